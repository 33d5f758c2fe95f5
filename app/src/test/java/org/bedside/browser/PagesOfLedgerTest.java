package org.bedside.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bedside.directory.Locations;
import org.bedside.evenhandedness.Contact;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationPage;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.ReviewRequests;
import org.bedside.evenhandedness.Selection;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mentions;
import org.springframework.beans.factory.annotation.Autowired;

class PagesOfLedgerTest extends EveryPage {

  @Autowired private Mentions stored;
  @Autowired private Ledger ledger;
  @Autowired private ModerationPage publication;
  @Autowired private ReviewRequests requests;
  @Autowired private Locations locations;

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/ledger", this::acted),
        at("/ledger", "/ledger?stars=HIGH&reason=FAKE"),
        empty("/ledger"),
        at("/ledger/new"),
        at("/ledger/new", () -> "/ledger/new?mention=" + actedOn()),
        at("/ledger/requests"),
        empty("/ledger/requests"),
        at("/ledger/requests/{id}", () -> "/ledger/requests/" + request()),
        at("/o/{organization}/moderation", this::published));
  }

  /** A review that was acted on in every way, by somebody whose name is long. */
  private long actedOn() {
    SignedIn by = somebody(full);
    long review = inOrganization(full, () -> stored.latest(1).getFirst().id());
    if (inOrganization(full, () -> ledger.of(review)).isEmpty()) {
      inOrganization(
          full,
          () -> {
            ledger.record(
                review, ModerationAct.REPORTED_TO_NETWORK, ModerationReason.FAKE, null, by);
            ledger.record(review, ModerationAct.HIDDEN, ModerationReason.ABUSE, null, by);
          });
    }
    return review;
  }

  private String acted() {
    actedOn();
    return "/ledger";
  }

  private String request() {
    List<Contact> list =
        List.of(
            new Contact("1", "ann@x.example", "207R00000X", ""),
            new Contact("2", "bo@x.example", "103T00000X", ""));
    SignedIn by = somebody(full);
    return inOrganization(
        full,
        () ->
            requests
                .make(
                    new ReviewRequests.Plan(
                        locations.current().getLast(),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 31),
                        new Selection.RandomSample(50)),
                    list,
                    by)
                .recorded()
                .id()
                .toString());
  }

  private String published() {
    actedOn();
    inOrganization(full, () -> publication.show(true, somebody(full)));
    return "/o/" + full.id().value() + "/moderation";
  }
}
