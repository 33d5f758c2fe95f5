package org.bedside.listening.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.listening.history.WatchRun;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a watch through stored posts, on the watch's page.
 *
 * @param latest null where it never ran
 * @param before those before it that are over, newest first
 */
public record RunView(UUID watch, @Nullable WatchRun latest, List<WatchRun> before) {

  public RunView {
    before = List.copyOf(before);
  }

  static RunView of(UUID watch, List<WatchRun> runs) {
    return runs.isEmpty()
        ? new RunView(watch, null, List.of())
        : new RunView(watch, runs.getFirst(), runs.subList(1, runs.size()));
  }

  /** "waiting", "running", …; "none" where it never ran. */
  public String state() {
    return latest == null ? "none" : state(latest);
  }

  public static String state(WatchRun run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }

  public boolean isOver() {
    return latest == null || latest.state().isOver();
  }

  /** Whether the page must look again. */
  public boolean moves() {
    return latest != null
        && (latest.state() == WatchRun.State.WAITING || latest.state() == WatchRun.State.RUNNING);
  }

  public boolean paused() {
    return latest != null && latest.state() == WatchRun.State.PAUSED;
  }

  public String base() {
    return "/watches/" + watch + "/run";
  }

  /** "1,200 of 48,000 posts looked at, 31 found". */
  public static String words(Page page, WatchRun run) {
    Long total = run.total();
    return total == null
        ? page.text("listening.run.counting")
        : page.text(
            "listening.run.progress",
            page.number(run.looked()),
            page.number(total),
            page.number(run.found()));
  }
}
