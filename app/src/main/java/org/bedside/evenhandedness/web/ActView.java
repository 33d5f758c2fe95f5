package org.bedside.evenhandedness.web;

import java.util.List;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.listening.Mention;
import org.bedside.ui.MarkedText;
import org.jspecify.annotations.Nullable;

/**
 * The form that records an act.
 *
 * @param marked the review's text with what identifies somebody marked
 * @param entries what was recorded about it, oldest first
 * @param others other reviews of the same case, which each have a ledger of their own
 * @param caseId the case it belongs to, or null
 * @param problem what stood against the act that was sent, or null
 * @param act as sent before, or empty; so are the two below
 */
public record ActView(
    Mention review,
    @Nullable Integer stars,
    MarkedText marked,
    List<LedgerEntry> entries,
    boolean canBeRestored,
    List<Mention> others,
    @Nullable Long caseId,
    @Nullable String problem,
    String act,
    String reason,
    String words) {}
