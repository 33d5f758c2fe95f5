package org.bedside.listening.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.history.WatchRun;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a watch through stored posts, on the watch's page.
 *
 * @param listens whether the watch does; while it is paused, its run waits
 * @param latest null where it never ran
 * @param before those before it that are over, newest first
 */
public record RunView(
    UUID watch, boolean listens, @Nullable WatchRun latest, List<WatchRun> before) {

  public RunView {
    before = List.copyOf(before);
  }

  static RunView of(StoredWatch watch, List<WatchRun> runs) {
    return runs.isEmpty()
        ? new RunView(watch.id(), watch.active(), null, List.of())
        : new RunView(watch.id(), watch.active(), runs.getFirst(), runs.subList(1, runs.size()));
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

  /** Whether it comes before the query on the page: it moves, or somebody has to do something. */
  public boolean comesFirst() {
    return !isOver() || (latest != null && latest.state() == WatchRun.State.FAILED);
  }

  /** Whether the page must look again. */
  public boolean moves() {
    return latest != null
        && (latest.state() == WatchRun.State.WAITING || latest.state() == WatchRun.State.RUNNING);
  }

  /** Why nothing may be moving although the run isn't over, or that the page may be left. */
  public String meanwhile() {
    if (paused()) {
      return "listening.run.stands";
    }
    return listens ? "listening.run.meanwhile" : "listening.run.watch-paused";
  }

  /** Whether there is a length that a bar could show: it is known, or soon will be. */
  public boolean hasBar() {
    if (latest == null) {
      return false;
    }
    Long total = latest.total();
    return total == null ? moves() && listens : total > 0;
  }

  public boolean paused() {
    return latest != null && latest.state() == WatchRun.State.PAUSED;
  }

  public String base() {
    return "/watches/" + watch + "/run";
  }

  /** "Stored posts: 1,200 of 48,000 posts looked at, 31 found", and whether that stands still. */
  public static String inList(Page page, StoredWatch watch, WatchRun run) {
    String words = words(page, run);
    return run.state() == WatchRun.State.PAUSED || !watch.active()
        ? page.text("listening.run.in-list.paused", words)
        : page.text("listening.run.in-list", words);
  }

  /** "1,200 of 48,000 posts looked at, 31 found". */
  public static String words(Page page, WatchRun run) {
    Long total = run.total();
    return total == null || (total == 0 && run.state() == WatchRun.State.DONE)
        ? page.text("listening.run.uncounted." + state(run))
        : page.text(
            "listening.run.progress",
            page.number(run.looked()),
            page.number(total),
            page.number(run.found()));
  }
}
