package org.bedside.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A story told in front of a real browser. At its end no page may have done what none may do. */
@ExtendWith(Chromium.Provider.class)
abstract class BrowserTest extends BedsideTest {

  static final String HARM =
      "They gave my father the wrong dose of his blood thinner and he collapsed. We called a"
          + " lawyer. Reach me at 555-201-9931.";
  static final String PRAISE = "Lovely nurses, thank you so much!";
  static final String PARKING = "Parking was expensive and the garage was full.";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;

  private Chromium chromium;
  private Visit visit;

  @BeforeEach
  final void openTheBrowser(Chromium one) {
    chromium = one;
    visit = null;
  }

  @AfterEach
  final void nothingForbiddenHappened() {
    try (Visit ends = visit) {
      if (ends != null) {
        ends.expectNoComplaints();
      }
    }
  }

  /** The visit of this test. */
  final Visit visit() {
    if (visit == null) {
      visit = another(true);
    }
    return visit;
  }

  /** Somebody else, with or without scripts; to be closed by the test. */
  final Visit another(boolean scripts) {
    return new Visit(chromium, port, scripts);
  }

  /** Somebody at a phone that speaks this language; to be closed by the test. */
  final Visit atAPhone(String language) {
    return new Visit(chromium, port, true, language, 390, 844);
  }

  /** A source that Mastodon's connector reads, if it were asked. */
  final UUID mastodon(Org org) {
    var by = somebody(org);
    UUID source =
        inOrganization(
            org,
            () -> {
              UUID added =
                  sources
                      .add(
                          Source.Kind.FEED,
                          "Mastodon",
                          "https://social.example/tags/larkspur",
                          Source.Takes.ALL,
                          null,
                          by)
                      .id();
              sources.pause(added, by);
              return added;
            });
    across
        .jdbc()
        .sql(
            """
            insert into source_state (source_id, organization_id, connector, next_poll_at)
            values (:source, :organization, 'mastodon', now() + interval '1 year')
            on conflict (source_id) do update set connector = excluded.connector
            """)
        .param("source", source)
        .param("organization", org.id().value())
        .update();
    return source;
  }

  /** One that was heard there. */
  final RawPost onMastodon() {
    return new RawPost(
        "777",
        PARKING,
        null,
        null,
        null,
        "@wren@social.example",
        "https://social.example/@wren/777",
        "en",
        null,
        clock.instant(),
        null);
  }

  final void receive(Org org, String... texts) {
    receive(
        org,
        Arrays.stream(texts).map(text -> RawPost.of(UUID.randomUUID().toString(), text)).toList());
  }

  /** Posts come in through the one door for them; ends when all are understood. */
  final void receive(Org org, List<RawPost> posts) {
    var by = somebody(org);
    receive(
        org, inOrganization(org, () -> sources.named("Reviews", Source.Kind.FILE, by).id()), posts);
  }

  /** The same through one of the organization's sources. */
  final void receive(Org org, UUID source, List<RawPost> posts) {
    inOrganization(
        org,
        () -> {
          intake.receive(source, posts);
        });
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }
}
