package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.listening.poll.Housekeeping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StoryKeysTest extends BedsideTest {

  private static final String STORY =
      "Larkspur Health will close its maternity ward at the end of March, the board said on Monday,"
          + " after it could not find enough midwives for the night shifts.";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Housekeeping housekeeping;

  private Org org;
  private UUID source;

  @BeforeEach
  void found() {
    org = found("Larkspur Health");
    source =
        inOrganization(
            org,
            () ->
                sources
                    .add(Source.Kind.API, "News", null, Source.Takes.ALL, null, somebody(org))
                    .id());
  }

  @Test
  void keysGoWhenNothingCanJoinTheirPostAnyMoreAndTheStoryStays() {
    receive("a", clock.instant());
    receive("b", clock.instant());
    assertThat(keys()).isPositive();
    clear();
    long before = keys();
    assertThat(before).as("nothing is cleared while posts can join").isPositive();

    clock.advance(Duration.ofDays(29));
    receive("c", clock.instant());
    assertThat(storiesTold()).isEqualTo(1);
    assertThat(inStories()).isEqualTo(3);

    clock.advance(Duration.ofDays(2));
    clear();
    assertThat(keys()).as("only those of the last post").isPositive().isLessThan(before);
    assertThat(inStories()).isEqualTo(3);

    clock.advance(Duration.ofDays(30));
    clear();
    assertThat(keys()).isZero();
    assertThat(inStories()).isEqualTo(3);
  }

  @Test
  void oldPostsThatCameInPartsAreJoinedStill() {
    Instant old = Instant.parse("2019-05-01T12:00:00Z");
    receive("a", old);
    clear();
    clock.advance(Duration.ofDays(20));
    clear();
    receive("b", old.plus(Duration.ofDays(3)));

    assertThat(inStories()).isEqualTo(2);
  }

  private void receive(String id, Instant at) {
    inOrganization(
        org, () -> intake.receive(source, List.of(RawPost.of(id, STORY).by(null, null, at))));
  }

  private void clear() {
    while (housekeeping.clear() > 0) {
      // Until nothing is left to clear.
    }
  }

  private long keys() {
    return count("select count(*) from story_key where organization_id = ?");
  }

  private long inStories() {
    return count("select count(*) from post_story where organization_id = ?");
  }

  private long storiesTold() {
    return count("select count(*) from story where organization_id = ?");
  }

  private long count(String sql) {
    return across.jdbc().sql(sql).param(org.id().value()).query(Long.class).single();
  }
}
