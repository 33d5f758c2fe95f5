package org.bedside.listening.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Watches;
import org.bedside.listening.history.WatchRun;
import org.bedside.listening.history.WatchRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs of watches through stored posts over the HTTP API. */
@RestController
class WatchRunsApi {

  private final Watches watches;
  private final WatchRuns runs;
  private final MessageSource messages;

  WatchRunsApi(Watches watches, WatchRuns runs, MessageSource messages) {
    this.watches = watches;
    this.runs = runs;
    this.messages = messages;
  }

  /**
   * A run.
   *
   * @param newMentions how many of those found were no mention before
   */
  record View(
      UUID id,
      String state,
      @Nullable Long total,
      long looked,
      long found,
      long newMentions,
      long leftOut,
      @Nullable String failure,
      @Nullable String failureCode,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  record Views(List<View> items) {}

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/api/v1/watches/{id}/runs")
  Views list(@PathVariable UUID id, Locale locale) {
    known(id, locale);
    return new Views(runs.of(id).stream().map(run -> view(run, locale)).toList());
  }

  @Requires(Permission.MANAGE_WATCHES)
  @PostMapping("/api/v1/watches/{id}/runs")
  ResponseEntity<View> begin(@PathVariable UUID id, SignedIn who, Locale locale) {
    known(id, locale);
    if (runs.of(id).stream().anyMatch(run -> !run.state().isOver())) {
      throw new ApiProblem(
          HttpStatus.CONFLICT,
          "run-unfinished",
          "This watch is on a run already. Cancel it first, or wait until it is over.");
    }
    WatchRun run = runs.begin(id, who);
    return ResponseEntity.created(URI.create("/api/v1/watches/" + id + "/runs/" + run.id()))
        .body(view(run, locale));
  }

  @Requires(Permission.READ_SOURCES)
  @GetMapping("/api/v1/watches/{id}/runs/{run}")
  View show(@PathVariable UUID id, @PathVariable UUID run, Locale locale) {
    return view(find(id, run), locale);
  }

  /** Ends it; what was found stays, and so does the run, as cancelled. */
  @Requires(Permission.MANAGE_WATCHES)
  @DeleteMapping("/api/v1/watches/{id}/runs/{run}")
  ResponseEntity<Void> cancel(@PathVariable UUID id, @PathVariable UUID run, SignedIn who) {
    runs.cancel(find(id, run).id(), who);
    return ResponseEntity.noContent().build();
  }

  private View view(WatchRun run, Locale locale) {
    String code = run.failure();
    return new View(
        run.id(),
        RunView.state(run),
        run.total(),
        run.looked(),
        run.found(),
        run.fresh(),
        run.leftOut(),
        code == null ? null : messages.getMessage("listening.run.failure." + code, null, locale),
        code,
        run.createdAt(),
        run.startedAt(),
        run.endedAt());
  }

  private WatchRun find(UUID watch, UUID run) {
    return runs.find(watch, run)
        .orElseThrow(
            () ->
                new ApiProblem(
                    HttpStatus.NOT_FOUND, "run-unknown", "This watch has no run of this id."));
  }

  private void known(UUID watch, Locale locale) {
    if (watches.find(watch).isEmpty()) {
      throw new ApiProblem(
          HttpStatus.NOT_FOUND,
          "listening.watch-unknown",
          messages.getMessage("listening.watch-unknown", null, locale));
    }
  }
}
