package org.bedside.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bedside.listening.RawPost;

/** What people really write and name things. */
final class Awkward {

  static final String ZALGO =
      "Z̸̧̢̛̗̜̲͙̲̱̤̍̄̀̓̀̕͜ą̵̛̜̘͍̰̑̈́̋̕l̶̢̛̰̖͓͇̈́̽̔̿͝g̴̡̛̤͖̹̈́̈́̒̏o̸̡̟̗̰͊̀̏̚͝";
  static final String ENDLESS = "Donaudampfschifffahrt".repeat(40);
  static final String ARABIC = "الممرضات لطيفات جدا \u202e but the wait was long \u202d شكرا لكم";

  private Awkward() {}

  /** Posts of every kind, the newest first. */
  static List<RawPost> posts(UUID somewhere, Instant now) {
    List<String> texts =
        List.of(
            BrowserTest.HARM,
            BrowserTest.PRAISE,
            BrowserTest.PARKING,
            ZALGO + " " + BrowserTest.HARM,
            ENDLESS,
            ARABIC,
            "");
    List<RawPost> posts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      posts.add(
          new RawPost(
              "post-" + i,
              texts.get(i),
              i % 2 == 0 ? "A title " + ENDLESS.substring(0, 90) : null,
              null,
              (double) (i % 5 + 1),
              i % 3 == 0 ? ENDLESS.substring(0, 80) : ZALGO,
              "https://reviews.example.org/" + i,
              null,
              null,
              now.minus(Duration.ofDays(9L * i)),
              i % 2 == 0 ? somewhere : null));
    }
    return posts;
  }

  /** Enough to learn a theme from. */
  static List<String> examples() {
    return IntStream.range(0, 20).mapToObj(i -> "We waited " + i + " hours. " + ENDLESS).toList();
  }
}
