package org.bedside.listening.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.listening.MentionsWaiting;
import org.bedside.listening.Reach;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcMentions implements Mentions {

  private static final String SELECT =
      """
      select m.id, m.location_id, s.id as source_id, s.name as source_name, p.external_id,
        p.version, p.text, p.title, p.question, p.rating, p.author, p.url, p.lang, p.country,
        p.published_at, p.received_at, m.from_history,
        array(select w.watch_id from mention_watch w where w.mention_id = m.id order by w.watch_id)
          as watches
      from mention m join post p on p.id = m.post_id join source s on s.id = p.source_id
      """;

  private final JdbcClient jdbc;
  private final AcrossOrganizations across;
  private final ApplicationEventPublisher events;

  JdbcMentions(JdbcClient jdbc, AcrossOrganizations across, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.across = across;
    this.events = events;
  }

  @Override
  public Optional<Mention> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }

  @Override
  public List<Mention> find(Collection<Long> ids) {
    return jdbc.sql(SELECT + "where m.id = any(:ids) order by m.id")
        .param("ids", ids.toArray(Long[]::new))
        .query(JdbcMentions::mention)
        .list();
  }

  @Override
  public List<Mention> takePending(int limit) {
    return take(
        """
        select id from mention where assessment_state = 'PENDING'
        order by from_history, id limit :limit for update skip locked
        """,
        limit);
  }

  @Override
  public List<Mention> takeAgain(int limit) {
    return take(
        """
        select id from mention where assessment_state = 'AGAIN'
        order by id desc limit :limit for update skip locked
        """,
        limit);
  }

  private List<Mention> take(String which, int limit) {
    List<Long> ids = jdbc.sql(which).param("limit", limit).query((row, i) -> row.getLong(1)).list();
    return ids.isEmpty() ? List.of() : find(ids);
  }

  @Override
  public void assessed(Collection<Long> ids) {
    are("ASSESSED", ids);
  }

  @Override
  public void assessedInHaste(Collection<Long> ids) {
    are("AGAIN", ids);
  }

  private void are(String state, Collection<Long> ids) {
    jdbc.sql("update mention set assessment_state = :state, error = null where id = any(:ids)")
        .param("state", state)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  @Override
  public void setAside(long id, String error) {
    jdbc.sql("update mention set assessment_state = 'SET_ASIDE', error = :error where id = :id")
        .param("error", error)
        .param("id", id)
        .update();
  }

  @Override
  public int retrySetAside() {
    return jdbc.sql(
            """
            update mention set assessment_state = 'PENDING', error = null
            where assessment_state = 'SET_ASIDE'
            """)
        .update();
  }

  @Override
  public void assessAgain(Collection<Long> ids) {
    int again =
        jdbc.sql(
                """
                update mention set assessment_state = 'AGAIN'
                where id = any(:ids) and assessment_state = 'ASSESSED'
                """)
            .param("ids", ids.toArray(Long[]::new))
            .update();
    tell(again);
  }

  @Override
  public int assessLatestAgain(int most) {
    int again =
        jdbc.sql(
                """
                update mention set assessment_state = 'AGAIN'
                where id in (select id from mention order by id desc limit :most)
                  and assessment_state = 'ASSESSED'
                """)
            .param("most", most)
            .update();
    tell(again);
    return again;
  }

  private void tell(int waiting) {
    if (waiting > 0) {
      events.publishEvent(new MentionsWaiting(CurrentOrganization.get(), waiting));
    }
  }

  @Override
  public Map<Long, Reach> reach(Collection<Long> ids) {
    Map<Long, Reach> reach = new HashMap<>();
    jdbc.sql(
            """
            select m.id, p.audience, p.likes, p.shares, p.replies, p.views
            from mention m join post p on p.id = m.post_id
            where m.id = any(:ids)
              and coalesce(p.audience, p.likes, p.shares, p.replies, p.views) is not null
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(
            row -> {
              reach.put(
                  row.getLong("id"),
                  new Reach(
                      row.getObject("audience", Long.class),
                      row.getObject("likes", Long.class),
                      row.getObject("shares", Long.class),
                      row.getObject("replies", Long.class),
                      row.getObject("views", Long.class)));
            });
    return reach;
  }

  @Override
  public List<Mention> latest(int most) {
    return jdbc.sql(SELECT + "order by m.id desc limit :most")
        .param("most", most)
        .query(JdbcMentions::mention)
        .list();
  }

  @Override
  public Waiting waiting() {
    return jdbc.sql(
            """
            select (select count(*) from mention where assessment_state = 'PENDING') as pending,
              (select count(*) from mention where assessment_state = 'AGAIN') as again,
              (select count(*) from mention where assessment_state = 'SET_ASIDE') as set_aside
            """)
        .query(
            (row, i) ->
                new Waiting(row.getLong("pending"), row.getLong("again"), row.getLong("set_aside")))
        .single();
  }

  @Override
  public List<OrganizationId> organizationsWaiting() {
    return organizations(
        "select distinct organization_id from mention where assessment_state = 'PENDING'");
  }

  @Override
  public List<OrganizationId> organizationsWaitingAgain() {
    return organizations(
        "select distinct organization_id from mention where assessment_state = 'AGAIN'");
  }

  private List<OrganizationId> organizations(String which) {
    return across
        .jdbc()
        .sql(which)
        .query((row, i) -> new OrganizationId(row.getObject(1, UUID.class)))
        .list();
  }

  private static Mention mention(ResultSet row, int index) throws SQLException {
    BigDecimal rating = row.getBigDecimal("rating");
    return new Mention(
        row.getLong("id"),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        row.getString("external_id"),
        row.getInt("version"),
        row.getString("text"),
        row.getString("title"),
        row.getString("question"),
        rating == null ? null : rating.doubleValue(),
        row.getString("author"),
        row.getString("url"),
        row.getString("lang"),
        row.getString("country"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("location_id", UUID.class),
        Arrays.asList((UUID[]) row.getArray("watches").getArray()),
        row.getBoolean("from_history"));
  }
}
