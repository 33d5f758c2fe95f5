package org.bedside.understanding.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.IdentifierType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierFinderTest {

  private static final IdentifierFinder FINDER = new IdentifierFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr. Brevik dismissed my pain.|NAME|Brevik",
        "my daughter aurelia had her tonsils out|NAME|aurelia",
        "We live in Harlow Springs, OR.|GEOGRAPHY|Harlow Springs",
        "I came in on March 9th with a cough.|DATE|March 9th",
        "Seen 2024-02-11 and nothing since.|DATE|2024-02-11",
        "My father is 94 years old.|AGE_OVER_89|94 years old",
        "Call me at (555) 238-1190 please.|TELEPHONE|(555) 238-1190",
        "Fax: 555-902-1187|FAX|555-902-1187",
        "Write to wren@mailbox.example now.|EMAIL|wren@mailbox.example",
        "SSN 512-08-4471 was visible.|SSN|512-08-4471",
        "MRN 00482913 is mine.|MEDICAL_RECORD_NUMBER|00482913",
        "Member ID XJH829104457 rejected.|HEALTH_PLAN_NUMBER|XJH829104457",
        "My card 4539 1488 0343 6467 was charged.|ACCOUNT_NUMBER|4539 1488 0343 6467",
        "License D4820-11938 was copied.|LICENCE_NUMBER|D4820-11938",
        "Plate 8KTR442 was towed.|VEHICLE|8KTR442",
        "Pacemaker serial PM-4471920 failed.|DEVICE|PM-4471920",
        "See https://journey.example/me today.|URL|https://journey.example/me",
        "Logged in from 82.14.201.7 yesterday.|IP_ADDRESS|82.14.201.7"
      })
  void eachKindIsFoundWhereItStands(String text, IdentifierType type, String words) {
    assertThat(FINDER.find(text))
        .anySatisfy(
            found -> {
              assertThat(found.type()).isEqualTo(type);
              assertThat(found.span().of(text)).isEqualTo(words);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The wait was awful but the nurses were kind.",
        "Mercy Hospital has the best ER around.",
        "Dr was in a rush.",
        "DO NOT GO HERE. TERRIBLE SERVICE.",
        "May I suggest more chairs in the waiting room?",
        "#nurseslife #grateful",
        "Crohn's flare again, took Xanax.",
        "I've had 3 surgeries here since 2015.",
        "Version 4.11.3 of the app crashes.",
        "BP 120/80, pulse 72, sugar 70-110, and room 204 was cold.",
        "Open 24/7? I waited from 9:15 to 11:40 and rate it 4.5 of 5.",
        "The bill was $1,284.50 for 45 minutes.",
        "A mother of 2, aged 34, after 12 years."
      })
  void aCleanPostIsLeftUntouched(String text) {
    assertThat(FINDER.find(text)).isEmpty();
  }

  @Test
  void findingsStandInOrderAndNeverOverlap() {
    List<Identifier> found =
        FINDER.find("Dr. Brevik, 2184 Larkspur Lane, call 555-381-2207 or a@b.example on March 3.");
    assertThat(found).hasSizeGreaterThanOrEqualTo(5);
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).span().start()).isGreaterThanOrEqualTo(found.get(i - 1).span().end());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000",
        "\uD83D",
        "1",
        "1-",
        "a@",
        "a.",
        "a'",
        "a-",
        "A ",
        "1 ",
        "'s",
        "e\u0301\u0301",
        "12:",
        "/"
      })
  void hostileTextGivesAnAnswer(String part) {
    assertThat(FINDER.find(part.repeat(100_000 / Math.max(1, part.length())))).isNotNull();
  }
}
