package org.bedside.understanding.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An expression that is passed over for want of digits would have found nothing. */
class DigitsNeededTest {

  private static final List<String> PIECES =
      List.of(
          "123-45-6789",
          "ssn is 9abc",
          "4222222222222",
          "4111 1111 1111 1111",
          "GB82 WEST 1234 5698 7654 32",
          "1.1.1.1",
          "::1",
          "fax 1 -----2",
          "mrn 1234",
          "member id ab-12 34",
          "account 12-34",
          "plate ab12c",
          "1M8GDM9AXKP042788",
          "licence x9876",
          "serial no 4a3b2c1",
          "ticket #0042",
          "555-0123",
          "(555) 12 34",
          "95 yo",
          "she is 101",
          "ninety-one years old",
          "2026-11-2",
          "1/2/90",
          "on 3/4",
          "May 5",
          "5 may",
          "mayo de 1999",
          "5 de mayo",
          "since the 4th",
          "in October",
          "last Tuesday",
          "last Christmas",
          "born: 1--2-3",
          "5 Elm st",
          "po box 7",
          "apt 4",
          "zip 12345",
          "Springfield, IL",
          "IL 62704",
          "Orange County",
          "calle Mayor 8",
          "via Roma, 8",
          "N1 1AA",
          "٣٤٥",
          "nurse",
          "at");

  @Test
  void nothingIsPassedOverThatWouldHaveBeenFound() {
    Random random = new Random(20261123);
    int found = 0;
    for (int i = 0; i < 4_000; i++) {
      List<String> some = new ArrayList<>();
      for (int pieces = random.nextInt(1, 4); pieces > 0; pieces--) {
        some.add(PIECES.get(random.nextInt(PIECES.size())));
      }
      String text = String.join(random.nextBoolean() ? " " : ", ", some);
      long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
      for (Forms.Form form : Forms.all()) {
        boolean holds = holds(form, text);
        found += holds ? 1 : 0;
        assertThat(holds && digits < form.digits()).as("%s in %s", form.type(), text).isFalse();
      }
      for (Pattern pattern : Dates.withDigits()) {
        assertThat(pattern.matcher(text).find() && digits == 0).as(text).isFalse();
      }
      for (Pattern pattern : Places.withDigits()) {
        assertThat(pattern.matcher(text).find() && digits == 0).as(text).isFalse();
      }
    }
    assertThat(found).as("there was something to find").isGreaterThan(1_000);
  }

  private static boolean holds(Forms.Form form, String text) {
    Matcher matcher = form.pattern().matcher(text);
    while (matcher.find()) {
      String value = matcher.group(form.group());
      if (value != null && !value.isBlank() && form.holds().test(value)) {
        return true;
      }
    }
    return false;
  }
}
