package org.bedside.listening.store;

import java.time.Clock;
import java.time.ZoneOffset;
import org.bedside.database.AcrossOrganizations;
import org.bedside.listening.poll.Housekeeping;
import org.springframework.stereotype.Component;

/**
 * Clears the keys of posts that no further post can join as one story: a month has passed since the
 * post was published, and since it came here too, so that an import of old posts in parts is still
 * joined. The stories stay.
 */
@Component
class JdbcStoryKeys implements Housekeeping {

  private static final int AT_ONCE = 5_000;

  private final AcrossOrganizations across;
  private final Clock clock;

  JdbcStoryKeys(AcrossOrganizations across, Clock clock) {
    this.across = across;
    this.clock = clock;
  }

  @Override
  public int clear() {
    return across
        .jdbc()
        .sql(
            """
            delete from story_key where ctid = any(array(
              select ctid from story_key where useless_from < :now
              limit :limit for update skip locked))
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("limit", AT_ONCE)
        .update();
  }
}
