package org.bedside.evenhandedness.web;

import java.util.List;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The page of the ledger.
 *
 * @param lede the period in words
 * @param period its name
 * @param query of this page for its downloads, with question mark
 * @param stars which group of stars the entries are limited to, or empty
 * @param reason which reason they are limited to, or empty
 * @param older where the next entries are, or null
 * @param publicPath where the public page is
 */
public record LedgerView(
    String lede,
    List<Option> periods,
    String period,
    String query,
    RatesView rates,
    List<LedgerEntry> entries,
    List<Option> groups,
    String stars,
    List<Option> reasons,
    String reason,
    @Nullable String older,
    boolean isPublic,
    String publicPath) {

  /** This page with its entries limited to a group of stars. */
  public String entriesOf(String group) {
    return "/ledger" + query + "&stars=" + group + "#entries";
  }

  /** The same, limited to a reason too. */
  public String entriesOf(String group, ModerationReason reason) {
    return "/ledger" + query + "&stars=" + group + "&reason=" + reason.name() + "#entries";
  }
}
