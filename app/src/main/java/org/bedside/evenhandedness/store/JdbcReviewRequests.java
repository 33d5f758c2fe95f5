package org.bedside.evenhandedness.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.evenhandedness.Choice;
import org.bedside.evenhandedness.Choice.Outcome;
import org.bedside.evenhandedness.Contact;
import org.bedside.evenhandedness.ReviewRequest;
import org.bedside.evenhandedness.ReviewRequests;
import org.bedside.evenhandedness.Seed;
import org.bedside.evenhandedness.Selection;
import org.bedside.identity.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcReviewRequests implements ReviewRequests {

  private static final String SELECT =
      """
      select id, location_id, location_name, from_day, until_day, sample_size, seed, digest, asked,
        not_drawn, psychologist, social_worker, taxonomy_unclear, same_contact, by_name, at
      from review_request
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  JdbcReviewRequests(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Made make(Plan plan, List<Contact> list, SignedIn by) {
    Seed seed = Seed.draw(random);
    Choice choice = Choice.of(list, plan.selection(), seed);
    ReviewRequest recorded =
        new ReviewRequest(
            UUID.randomUUID(),
            plan.place().id(),
            plan.place().name(),
            plan.from(),
            plan.until(),
            plan.selection(),
            seed.hex(),
            choice.digest(),
            choice.counts(),
            by.name(),
            clock.instant());
    insert(recorded, by);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "evenhandedness.requests-chosen",
            "review-request:" + recorded.id(),
            Map.of(
                "place",
                recorded.placeName(),
                "listed",
                Integer.toString(recorded.listed()),
                "asked",
                Integer.toString(recorded.count(Outcome.ASK)))));
    return new Made(recorded, choice);
  }

  private void insert(ReviewRequest one, SignedIn by) {
    jdbc.sql(
            """
            insert into review_request (id, organization_id, location_id, location_name, from_day,
              until_day, sample_size, seed, digest, asked, not_drawn, psychologist, social_worker,
              taxonomy_unclear, same_contact, by_id, by_name, at)
            values (:id, current_organization(), :place, :placeName, :from, :until, :size, :seed,
              :digest, :asked, :notDrawn, :psychologist, :socialWorker, :unclear, :same, :by,
              :byName, :at)
            """)
        .param("id", one.id())
        .param("place", one.place())
        .param("placeName", one.placeName())
        .param("from", one.from())
        .param("until", one.until())
        .param(
            "size",
            switch (one.selection()) {
              case Selection.Everyone _ -> null;
              case Selection.RandomSample sample -> sample.size();
            })
        .param("seed", one.seed())
        .param("digest", one.digest())
        .param("asked", one.count(Outcome.ASK))
        .param("notDrawn", one.count(Outcome.NOT_DRAWN))
        .param("psychologist", one.count(Outcome.PSYCHOLOGIST))
        .param("socialWorker", one.count(Outcome.SOCIAL_WORKER))
        .param("unclear", one.count(Outcome.TAXONOMY_UNCLEAR))
        .param("same", one.count(Outcome.SAME_CONTACT))
        .param("by", by.id())
        .param("byName", by.name())
        .param("at", one.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<ReviewRequest> latest(int most) {
    return jdbc.sql(SELECT + "order by at desc, id limit :most")
        .param("most", most)
        .query(JdbcReviewRequests::request)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ReviewRequest> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(JdbcReviewRequests::request)
        .optional();
  }

  private static ReviewRequest request(ResultSet row, int index) throws SQLException {
    Integer size = row.getObject("sample_size", Integer.class);
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, row.getInt(column(outcome)));
    }
    return new ReviewRequest(
        row.getObject("id", UUID.class),
        row.getObject("location_id", UUID.class),
        row.getString("location_name"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        size == null ? new Selection.Everyone() : new Selection.RandomSample(size),
        row.getString("seed"),
        row.getString("digest"),
        counts,
        row.getString("by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static String column(Outcome outcome) {
    return switch (outcome) {
      case ASK -> "asked";
      case NOT_DRAWN -> "not_drawn";
      case PSYCHOLOGIST -> "psychologist";
      case SOCIAL_WORKER -> "social_worker";
      case TAXONOMY_UNCLEAR -> "taxonomy_unclear";
      case SAME_CONTACT -> "same_contact";
    };
  }
}
