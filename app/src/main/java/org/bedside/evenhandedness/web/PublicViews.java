package org.bedside.evenhandedness.web;

import java.util.Optional;
import org.bedside.evenhandedness.Days;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.ModerationPage;
import org.bedside.identity.Organizations;
import org.bedside.ui.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the public page of the current organization together. */
@Component
class PublicViews {

  private final ModerationPage publication;
  private final Organizations organizations;
  private final Ledger ledger;
  private final Periods periods;

  PublicViews(
      ModerationPage publication, Organizations organizations, Ledger ledger, Periods periods) {
    this.publication = publication;
    this.organizations = organizations;
    this.ledger = ledger;
    this.periods = periods;
  }

  /** Empty where the organization did not open it, or there is no such organization. */
  @Transactional(readOnly = true)
  public Optional<PublicView> view(Page page) {
    if (!publication.isPublic()) {
      return Optional.empty();
    }
    Organizations.Details organization = organizations.current();
    Days days = periods.usual(organization.zone());
    return Optional.of(
        new PublicView(
            organization.name(),
            LedgerViews.lede(days, page),
            RatesView.of(ledger.counts(days), page)));
  }
}
