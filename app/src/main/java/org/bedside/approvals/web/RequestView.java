package org.bedside.approvals.web;

import java.util.List;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Given;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;

/**
 * The page of a request.
 *
 * @param clock how much time is left, or how it ended
 * @param tone of the clock
 * @param turn whether this person can decide now
 * @param own whether this person may take it back
 * @param stuck whether nobody is left who could meet some step
 * @param problem key of a sentence about the decision that was not recorded; empty where there is
 *     none
 * @param unseen decisions since the page was drawn on which somebody tried to decide
 * @param comment as written, where it was not recorded
 */
public record RequestView(
    ApprovalRequest request,
    List<StepView> steps,
    String clock,
    Tone tone,
    boolean turn,
    boolean own,
    boolean stuck,
    String problem,
    List<Given> unseen,
    String comment) {

  private static final int LONGEST = 30;

  public RequestView {
    steps = List.copyOf(steps);
    unseen = List.copyOf(unseen);
  }

  /** What it is and where it would go, in a few words. */
  public String heading(Page page) {
    String kind = "approvals.kind." + request.about().kind();
    String what = page.text(page.hasText(kind) ? kind : "approvals.kind.other");
    String network = request.about().network();
    if (network == null) {
      return what;
    }
    String name = "wordings.network." + network;
    return page.text("approvals.on", what, page.hasText(name) ? page.text(name) : shortly(network));
  }

  /** Who asks, and who wrote it where that is somebody else. */
  public String lede(Page page) {
    String author = request.about().authorName();
    String asker = request.askedByName();
    String when = page.ago(request.askedAt());
    return author.isEmpty() || author.equals(asker)
        ? page.text("approvals.asks", asker, when)
        : page.text("approvals.asks-for", asker, author, when);
  }

  private static String shortly(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip() + "…";
  }

  /** Its page's address, or one below it. */
  public String at(String below) {
    return "/approvals/" + request.id() + below;
  }

  /** With what stood in the way of a decision. */
  RequestView with(String why, List<Given> since, String written) {
    return new RequestView(request, steps, clock, tone, turn, own, stuck, why, since, written);
  }
}
