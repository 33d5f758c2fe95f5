package org.bedside.evenhandedness.store;

import java.time.ZoneOffset;
import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.evenhandedness.Stars;
import org.bedside.listening.Mention;
import org.bedside.listening.MentionsWithdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The reviews that are counted, written in the transaction of what they follow from. */
@Component
class ReviewFacts {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ReviewFacts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Fact(long mention_id, String published_at, @Nullable Integer stars) {

    static Fact of(Mention mention) {
      return new Fact(mention.id(), mention.publishedAt().toString(), Stars.of(mention.rating()));
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsAssessed event) {
    List<Fact> facts = event.mentions().stream().map(Assessed::mention).map(Fact::of).toList();
    jdbc.sql(
            """
            insert into review_fact (mention_id, organization_id, published_at, stars)
            select mention_id, current_organization(), published_at, stars
            from jsonb_to_recordset(:facts::jsonb)
              as t (mention_id bigint, published_at timestamptz, stars smallint)
            on conflict (mention_id) do update
              set published_at = excluded.published_at, stars = excluded.stars
              where not review_fact.acted_on
            """)
        .param("facts", json.writeValueAsString(facts))
        .update();
  }

  /** What was acted on stays counted: it may be gone because of the act. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    jdbc.sql("delete from review_fact where mention_id = any(:ids) and not acted_on")
        .param("ids", event.mentions().toArray(Long[]::new))
        .update();
  }

  /**
   * The review is acted on and keeps its stars from now on. Holds its row until the transaction
   * ends, so that two people can't record the same act at once.
   */
  public void actedOn(Mention mention) {
    jdbc.sql(
            """
            insert into review_fact (mention_id, organization_id, published_at, stars, acted_on)
            values (:id, current_organization(), :published, :stars, true)
            on conflict (mention_id) do update set acted_on = true,
              stars = case when review_fact.acted_on then review_fact.stars else excluded.stars end
            """)
        .param("id", mention.id())
        .param("published", mention.publishedAt().atOffset(ZoneOffset.UTC))
        .param("stars", Stars.of(mention.rating()))
        .update();
  }
}
