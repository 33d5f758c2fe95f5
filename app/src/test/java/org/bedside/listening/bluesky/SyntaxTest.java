package org.bedside.listening.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol's own cases leave open. */
class SyntaxTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T17:58:59Z, 2026-11-22T17:58:59Z",
    "2026-11-22T17:58:59.1Z, 2026-11-22T17:58:59.100Z",
    "2026-11-22T17:58:59.123456789Z, 2026-11-22T17:58:59.123456789Z",
    "2026-11-22T17:58:59.12345678912345678901Z, 2026-11-22T17:58:59.123456789Z",
    "2026-11-22T17:58:59.102+05:30, 2026-11-22T12:28:59.102Z",
    "2024-02-29T00:00:00-08:00, 2024-02-29T08:00:00Z",
  })
  void aTimeIsTheMomentItStandsFor(String written, Instant moment) {
    assertThat(Syntax.time(written)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-22",
        "2026-11-22T17:58:59",
        "2026-11-22T17:58:59.",
        "2026-11-22T17:58:59.Z",
        "2026-11-22T17:58:59.123456789123456789012Z",
        "2026-11-22T17:58:60Z",
        "2026-11-22T24:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-11-22T17:58:59+19:00",
        "2026-11-22T17:58:59+0530",
        "2026-11-22T17:58:59+05:3x",
        "2026-11-22T17:58:59-00:00",
        "0000-01-01T00:00:00+01:00",
        "２０２６-11-22T17:58:59Z",
        "2026-11-22 17:58:59ZZ",
        "2026-11-22T17:58:59Z\u0000",
      })
  void whatIsNoTimeIsNone(String written) {
    assertThat(Syntax.time(written)).isNull();
  }

  @Test
  void namesEndWhereTheyMay() {
    assertThat("did:a:b did:plc:a:b did:web:a%20b did:a:_".split(" ")).allMatch(Syntax::isDid);
    assertThat("did:a: did:a did::b did:A:b did:a:b: did:a:b% did:a:é did:a1:b".split(" "))
        .noneMatch(Syntax::isDid);
    assertThat(Syntax.isRecordKey("a".repeat(512))).isTrue();
    assertThat(Syntax.isRecordKey("a".repeat(513))).isFalse();
    assertThat(". .. a/b é a%b".split(" ")).noneMatch(Syntax::isRecordKey);
    assertThat(Syntax.isRecordKey("")).isFalse();
  }
}
