package org.bedside.listening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.listening.Source;
import org.bedside.listening.Source.Kind;
import org.bedside.listening.Source.Takes;
import org.bedside.listening.SourceHealth;
import org.bedside.listening.SourceHealth.Condition;
import org.junit.jupiter.api.Test;

class SourceRowTest {

  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

  @Test
  void theLikelyCauseOfSilenceDependsOnHowASourceIsHeard() {
    assertThat(silence(Kind.API, Takes.ALL, false)).isEqualTo("listening.silent-pushed");
    assertThat(silence(Kind.FEED, Takes.ALL, false)).isEqualTo("listening.usually");
    assertThat(silence(Kind.FEED, Takes.MATCHED, false))
        .as("of what is asked all posts are kept, matched or not")
        .isEqualTo("listening.usually");
    assertThat(silence(Kind.FEED, Takes.ALL, true)).isEqualTo("listening.usually");
    assertThat(silence(Kind.FEED, Takes.MATCHED, true)).isEqualTo("listening.silent-watched");
  }

  private static String silence(Kind kind, Takes takes, boolean streamed) {
    UUID id = UUID.randomUUID();
    Source source = new Source(id, kind, "Town", null, takes, null, Source.State.ACTIVE, NOW);
    SourceHealth health =
        new SourceHealth(
            id,
            Condition.SILENT,
            9,
            NOW,
            Duration.ofDays(1),
            NOW,
            NOW,
            null,
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of());
    return SourceRow.of(source, health, streamed, NOW).silenceKey();
  }
}
