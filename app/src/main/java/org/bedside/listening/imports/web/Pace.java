package org.bedside.listening.imports.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bedside.listening.imports.ImportJob;
import org.springframework.stereotype.Component;

/** How long an import will take, from how long it took so far. */
@Component
class Pace {

  private final Clock clock;

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** Seconds, or -1 where it is too early to say. */
  long secondsLeft(ImportJob job) {
    Instant started = job.startedAt();
    if (job.state() != ImportJob.State.RUNNING || started == null || job.position() == 0) {
      return -1;
    }
    long spent = Math.max(Duration.between(started, clock.instant()).toMillis(), 1);
    return spent * Math.max(job.rows() - job.position(), 0) / job.position() / 1000;
  }
}
