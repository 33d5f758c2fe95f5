package org.bedside.channels.store;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.channels.Attachment;
import org.bedside.channels.Channel;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Network;
import org.bedside.channels.NetworkRules;
import org.bedside.channels.Order;
import org.bedside.channels.OrderRefusedException;
import org.bedside.channels.sending.ChannelBook;
import org.bedside.channels.sending.Tid;
import org.bedside.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component("outgoingDeliveries")
class JdbcDeliveries implements Deliveries {

  private static final String SELECT =
      """
      select d.id, d.key, d.channel_id, c.name as channel_name, c.network, d.state, d.text,
        d.language, d.in_reply_to, d.post_url, d.held, d.external_id, d.url, d.attempts,
        d.error_code, d.error_detail, d.queued_at, d.queued_name, d.not_after, d.next_at, d.sent_at,
        d.changed_at
      from delivery d join channel c on c.id = d.channel_id
      """;

  private final JdbcClient jdbc;
  private final ChannelBook channels;
  private final Announcing announcing;
  private final DeliveryPictures pictures;
  private final OnlyReply onlyReply;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  JdbcDeliveries(
      JdbcClient jdbc,
      ChannelBook channels,
      Announcing announcing,
      DeliveryPictures pictures,
      OnlyReply onlyReply,
      Clock clock) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.announcing = announcing;
    this.pictures = pictures;
    this.onlyReply = onlyReply;
    this.clock = clock;
  }

  @Override
  // nothing was written by then, and whoever asked may go on
  @Transactional(noRollbackFor = OrderRefusedException.class)
  public UUID queue(Order order, SignedIn by) {
    Optional<Delivery> known = ofKey(order.key());
    if (known.isPresent()) {
      return known.get().id();
    }
    Channel channel =
        channels
            .find(order.channel())
            .orElseThrow(() -> new OrderRefusedException("channels.order.no-channel", ""));
    requireFit(order.text(), channel);
    requireFit(order.attachments(), channel);
    onlyReply.require(order, channel);
    Instant now = clock.instant();
    List<Announcing.Change> made =
        jdbc.sql(
                """
                insert into delivery (id, organization_id, key, channel_id, network_key,
                  in_reply_to, post_url, text, language, not_after, next_at, queued_at, queued_by,
                  queued_name, changed_at)
                values (:id, current_organization(), :key, :channel, :networkKey, :inReplyTo, :url,
                  :text, :language, :notAfter, :now, :now, :by, :name, :now)
                on conflict (organization_id, key) do nothing
                """
                    + Announcing.RETURNING)
            .param("id", UUID.randomUUID())
            .param("key", order.key())
            .param("channel", order.channel())
            .param("networkKey", Tid.of(now, random))
            .param("inReplyTo", order.inReplyTo())
            .param("url", order.postUrl())
            .param("text", order.text())
            .param("language", order.language())
            .param("notAfter", Rows.utcOrNull(order.notAfter()))
            .param("now", Rows.utc(now))
            .param("by", by.actor())
            .param("name", by.name())
            .query(Announcing.Change::of)
            .list();
    if (!made.isEmpty()) {
      pictures.keep(made.getFirst().id(), order.attachments());
    }
    announcing.tell(made, "queued", by);
    // Where somebody else was first with the key, theirs is there by now.
    return made.isEmpty() ? ofKey(order.key()).orElseThrow().id() : made.getFirst().id();
  }

  private static void requireFit(String text, Channel channel) {
    NetworkRules rules = channel.rules();
    if (text.isBlank()) {
      throw new OrderRefusedException("channels.order.empty", "");
    }
    if (!rules.fits(text)) {
      throw new OrderRefusedException("channels.order.too-long", Integer.toString(rules.most()));
    }
  }

  private static void requireFit(List<Attachment> attachments, Channel channel) {
    NetworkRules rules = channel.rules();
    if (attachments.size() > rules.attachments()) {
      throw rules.attachments() == 0
          ? new OrderRefusedException("channels.order.no-pictures", "")
          : new OrderRefusedException(
              "channels.order.too-many-pictures", Integer.toString(rules.attachments()));
    }
    for (Attachment one : attachments) {
      if (one.content().length > Attachment.MOST_BYTES) {
        throw new OrderRefusedException("channels.order.picture-too-large", "");
      }
      if (one.alt().isBlank() || one.alt().length() > rules.altText()) {
        throw new OrderRefusedException(
            "channels.order.picture-words", Integer.toString(rules.altText()));
      }
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Delivery> find(UUID id) {
    return one("where d.id = :id", id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Delivery> ofKey(UUID key) {
    return one("where d.key = :id", key);
  }

  private Optional<Delivery> one(String where, UUID id) {
    return jdbc.sql(SELECT + where).param("id", id).query(JdbcDeliveries::delivery).optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Delivery> list(Set<State> states, int most) {
    return jdbc.sql(
            SELECT + "where d.state in (:states) order by d.changed_at desc, d.id limit :most")
        .param("states", states.stream().map(State::name).toList())
        .param("most", most)
        .query(JdbcDeliveries::delivery)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<State, Long> counts() {
    Map<State, Long> counts = new EnumMap<>(State.class);
    jdbc.sql("select state, count(*) as many from delivery group by state")
        .query(
            row -> {
              counts.put(State.valueOf(row.getString("state")), row.getLong("many"));
            });
    return counts;
  }

  @Override
  @Transactional(readOnly = true)
  public long asking() {
    return jdbc.sql(
            """
            select count(*) from delivery
            where state = 'UNKNOWN' and next_at is null and lease_until is null
            """)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public boolean hold(UUID id, SignedIn by) {
    return done("held = true where id = :id and state = 'WAITING' and not held", id, "held", by);
  }

  @Override
  @Transactional
  public boolean release(UUID id, SignedIn by) {
    return done("held = false where id = :id and held", id, "released", by);
  }

  @Override
  @Transactional
  public boolean cancel(UUID id, SignedIn by) {
    return done(
        "state = 'CANCELLED', next_at = null where id = :id and state in ('WAITING', 'REFUSED')",
        id,
        "cancelled",
        by);
  }

  @Override
  // nothing was written by then, and whoever asked may go on
  @Transactional(noRollbackFor = OrderRefusedException.class)
  public boolean edit(UUID id, String text, SignedIn by) {
    Optional<Channel> channel =
        find(id)
            .filter(delivery -> delivery.state() == State.SENT && delivery.externalId() != null)
            .flatMap(delivery -> channels.find(delivery.channel()))
            .filter(found -> found.rules().mayBeEdited());
    if (channel.isEmpty()) {
      return false;
    }
    requireFit(text, channel.get());
    return tell(
        jdbc.sql(
                """
                update delivery set state = 'EDITING', new_text = :text, next_at = :now, looks = 0,
                  changed_at = :now, error_code = null, error_detail = null
                where id = :id and state = 'SENT'
                """
                    + Announcing.RETURNING)
            .param("text", text),
        id,
        "edit-asked",
        by);
  }

  @Override
  @Transactional
  public boolean delete(UUID id, SignedIn by) {
    return done(
        """
        state = 'DELETING', next_at = :now, looks = 0, error_code = null, error_detail = null
        where id = :id and state = 'SENT' and external_id is not null
          and exists (select from channel c where c.id = channel_id and c.removed_at is null)
        """,
        id,
        "deletion-asked",
        by);
  }

  @Override
  @Transactional
  public boolean isThere(UUID id, URI address, SignedIn by) {
    return tell(
        jdbc.sql(
                """
                update delivery set state = 'SENT', url = :url, sent_at = :now, next_at = null,
                  lease_until = null, attempt = null, error_code = null, error_detail = null,
                  changed_at = :now
                where id = :id and state = 'UNKNOWN'
                """
                    + Announcing.RETURNING)
            .param("url", address.toString()),
        id,
        "found-there",
        by);
  }

  @Override
  @Transactional
  public boolean isNotThere(UUID id, SignedIn by) {
    return done(
        """
        state = 'WAITING', next_at = :now, unknown_since = null, looks = 0, error_code = null,
          error_detail = null
        where id = :id and state = 'UNKNOWN' and next_at is null and lease_until is null
          and exists (select from channel c where c.id = channel_id and c.removed_at is null)
        """,
        id,
        "found-missing",
        by);
  }

  @Override
  @Transactional
  public boolean sendAgain(UUID id, SignedIn by) {
    return done(
        """
        state = 'WAITING', next_at = :now, attempts = 0, error_code = null, error_detail = null
        where id = :id and state = 'REFUSED'
          and exists (select from channel c where c.id = channel_id and c.removed_at is null)
        """,
        id,
        "sent-again",
        by);
  }

  private boolean done(String setAndWhere, UUID id, String deed, SignedIn by) {
    return tell(
        jdbc.sql("update delivery set changed_at = :now, " + setAndWhere + Announcing.RETURNING),
        id,
        deed,
        by);
  }

  private boolean tell(StatementSpec statement, UUID id, String deed, SignedIn by) {
    return announcing.tell(
        statement
            .param("id", id)
            .param("now", Rows.utc(clock.instant()))
            .query(Announcing.Change::of)
            .list(),
        deed,
        by);
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("key", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("channel_name"),
        Network.valueOf(row.getString("network")),
        State.valueOf(row.getString("state")),
        row.getString("text"),
        row.getString("language"),
        row.getString("in_reply_to"),
        row.getString("post_url"),
        row.getBoolean("held"),
        row.getString("external_id"),
        Rows.uri(row, "url"),
        row.getInt("attempts"),
        row.getString("error_code"),
        row.getString("error_detail"),
        Rows.time(row, "queued_at"),
        row.getString("queued_name"),
        Rows.instant(row, "not_after"),
        Rows.instant(row, "next_at"),
        Rows.instant(row, "sent_at"),
        Rows.time(row, "changed_at"));
  }
}
