package org.bedside.listening.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingCellsTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ISO|2026-11-22T20:00:14Z|2026-11-22T20:00:14Z",
        "ISO|2026-11-22T20:00:14+01:00|2026-11-22T19:00:14Z",
        "ISO|2026-11-22 20:00|2026-11-23T02:00:00Z",
        "ISO|2026-11-22|2026-11-22T06:00:00Z",
        "ISO|2026-11-22T00:00|2026-11-22T06:00:00Z",
        "MONTH_FIRST|11/22/2026|2026-11-22T06:00:00Z",
        "MONTH_FIRST|11/22/2026 8:05 PM|2026-11-23T02:05:00Z",
        "DAY_FIRST|22.11.2026 20:05|2026-11-23T02:05:00Z",
        "WORDS_MONTH_FIRST|Nov 22, 2026|2026-11-22T06:00:00Z",
        "WORDS_DAY_FIRST|Sun, 22 Nov 2026 20:00:14 +0000|2026-11-22T20:00:14Z",
        "EPOCH_SECONDS|1795377614|2026-11-22T20:00:14Z",
        "EPOCH_MILLISECONDS|1795377614000|2026-11-22T20:00:14Z"
      })
  void datesAreReadAsTheyAreWritten(DateStyle style, String written, Instant meant) {
    assertThat(style.parse(written, CHICAGO)).contains(meant);
    assertThat(DateStyle.detect(List.of(written), CHICAGO).parse(written, CHICAGO)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30",
    "yesterday-ish",
    "0026-01-01",
    "2026-11-22T25:00",
    "99999999999999999999"
  })
  void whatIsNoDateIsNone(String written) {
    for (DateStyle style : DateStyle.values()) {
      assertThat(style.parse(written, CHICAGO)).as(style.name()).isEmpty();
    }
  }

  @Test
  void dayOrMonthFirstFollowsTheEvidenceThenThePlace() {
    assertThat(DateStyle.detect(List.of("03/04/2026", "22/04/2026"), CHICAGO))
        .isEqualTo(DateStyle.DAY_FIRST);
    assertThat(DateStyle.detect(List.of("03/04/2026"), CHICAGO)).isEqualTo(DateStyle.MONTH_FIRST);
    assertThat(DateStyle.detect(List.of("03/04/2026"), BERLIN)).isEqualTo(DateStyle.DAY_FIRST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"4|4", "4.5|4.5", "4,5|4.5", "4/5|4", "3 stars|3", "★★★☆☆|3", "2 out of 5|2"})
  void ratingsAreReadAsPeopleWriteThem(String written, double meant) {
    assertThat(Rating.read(written)).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"good", "5x", "NaN", "''", "1.2.3"})
  void whatIsNoRatingIsNone(String written) {
    assertThat(Rating.read(written)).isEmpty();
  }

  @Test
  void columnsAreGuessedFromTheirHeadings() {
    assertThat(
            Mapping.guess(
                List.of(
                    "Review ID",
                    "Reviewer Display Name",
                    "Star Rating (1-5)",
                    "Review Comment / Original Language",
                    "Create Time (UTC)",
                    "internal_notes_do_not_share")))
        .isEqualTo(
            Map.of(Field.ID, 0, Field.AUTHOR, 1, Field.RATING, 2, Field.TEXT, 3, Field.DATE, 4));
    assertThat(Mapping.guess(List.of("Fecha", "Comentario", "Estrellas", "Sede")))
        .isEqualTo(Map.of(Field.DATE, 0, Field.TEXT, 1, Field.RATING, 2, Field.LOCATION, 3));
  }
}
