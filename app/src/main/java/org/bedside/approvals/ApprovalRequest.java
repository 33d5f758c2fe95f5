package org.bedside.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Agreement that was asked for, bound to the exact text.
 *
 * @param about what it is asked for
 * @param deadline until when a decision counts
 * @param given all decisions, oldest first
 * @param version goes up with every decision and with the end
 * @param ending null while it is open
 */
public record ApprovalRequest(
    UUID id,
    About about,
    UUID askedBy,
    String askedByName,
    Instant askedAt,
    Instant deadline,
    List<Step> steps,
    List<Given> given,
    int version,
    @Nullable Ending ending) {

  public ApprovalRequest {
    steps = List.copyOf(steps);
    given = List.copyOf(given);
  }

  /** Whether people can still decide, as far as is recorded. */
  public boolean isOpen() {
    return ending == null;
  }

  /** Whether all who had to have agreed. What goes out asks {@link Approvals#stillHolds} too. */
  public boolean isApproved() {
    return ending != null && ending.outcome() == Outcome.APPROVED;
  }

  /** Whether a decision comes too late at that time. */
  public boolean isLateAt(Instant time) {
    return !time.isBefore(deadline);
  }

  /** What those who refused said of it, each after their name; empty where nobody said why. */
  public String whyRefused() {
    return given.stream()
        .filter(each -> each.decision() == Decision.REFUSE && !each.comment().isEmpty())
        .map(each -> each.name() + ": “" + each.comment() + "”")
        .collect(Collectors.joining(" "));
  }

  /** Whether this is the text that people were shown. */
  boolean isAbout(String text) {
    return about.textHash().equals(Subject.hash(text));
  }

  /**
   * What it is about, as it was when it was asked.
   *
   * @param last the subject's own last moment
   * @param replaces what stood there then and would be gone; null where nothing did
   */
  public record About(
      String kind,
      String id,
      String title,
      String text,
      String textHash,
      String link,
      @Nullable String network,
      UUID author,
      String authorName,
      @Nullable Instant last,
      @Nullable String replaces) {}
}
