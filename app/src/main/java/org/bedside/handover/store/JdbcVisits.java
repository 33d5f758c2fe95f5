package org.bedside.handover.store;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bedside.database.CurrentOrganization;
import org.bedside.handover.Consent;
import org.bedside.handover.Door;
import org.bedside.handover.HandoverState;
import org.bedside.handover.Notices;
import org.bedside.handover.Reach;
import org.bedside.handover.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcVisits implements Visits {

  /** Far more than any conversation needs, so that nobody fills the disk through one link. */
  private static final int MOST_MESSAGES = 200;

  private final Where where;
  private final Doors doors;
  private final Wordings wordings;
  private final Rows rows;
  private final Safes safes;
  private final Deeds deeds;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcVisits(
      Where where,
      Doors doors,
      Wordings wordings,
      Rows rows,
      Safes safes,
      Deeds deeds,
      Notices notices,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Clock clock) {
    this.where = where;
    this.doors = doors;
    this.wordings = wordings;
    this.rows = rows;
    this.safes = safes;
    this.deeds = deeds;
    this.notices = notices;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Door at(String token, @Nullable String browser) {
    return behind(token, id -> doors.at(id, hash(browser))).orElse(new Door.Nowhere());
  }

  @Override
  public Optional<String> open(String token) {
    String browser = Unguessable.word();
    return behind(
            token,
            id -> {
              boolean first =
                  update(
                              """
                              update handover set state = 'OPENED', browser_hash = :browser,
                                opened_at = :now, changed_at = :now
                              where id = :id and state = 'INVITED' and browser_hash is null
                                and expires_at > :now
                              """,
                              id,
                              browser)
                          .update()
                      > 0;
              if (first) {
                deeds.byVisitor("handover.opened", id, Map.of());
              }
              return first;
            })
        .filter(first -> first)
        .map(first -> browser);
  }

  @Override
  public boolean consent(String token, @Nullable String browser, Consent consent) {
    return behind(token, id -> consentTo(id, browser, consent)).orElse(false);
  }

  private boolean consentTo(UUID id, @Nullable String browser, Consent consent) {
    byte[] hash = HexFormat.of().parseHex(consent.hash());
    int given =
        update(
                """
                update handover set state = 'CONSENTED', consent_at = :now,
                  consent_version = :version, consent_language = :language, consent_hash = :hash,
                  sealed_key = :key, changed_at = :now
                where id = :id and browser_hash = :browser and state = 'OPENED'
                  and expires_at > :now
                """,
                id,
                browser)
            .param("version", consent.version())
            .param("language", consent.language())
            .param("hash", hash)
            .param("key", safes.newKey(id))
            .update();
    if (given == 0) {
      return false;
    }
    wordings.keep(consent, hash);
    deeds.byVisitor(
        "handover.consented",
        id,
        Map.of("version", Integer.toString(consent.version()), "wording", consent.hash()));
    return true;
  }

  @Override
  public Written write(String token, @Nullable String browser, String words, Reach reach) {
    return behind(token, id -> write(id, browser, words, reach)).orElse(Written.CLOSED);
  }

  private Written write(UUID id, @Nullable String browser, String words, Reach reach) {
    // Held until the end of the transaction: a reply or the end of it comes before or after.
    Optional<HandoverState> state =
        update(
                """
                select state, expires_at from handover
                where id = :id and browser_hash = :browser for update
                """,
                id,
                browser)
            .query((row, i) -> rows.state(row))
            .optional()
            .filter(HandoverState::isUnderWay);
    Optional<Safes.Safe> safe = state.flatMap(open -> rows.safe(id));
    if (state.isEmpty() || safe.isEmpty()) {
      return Written.CLOSED;
    }
    int messages =
        jdbc.sql("select count(*) from handover_message where handover_id = :id")
            .param("id", id)
            .query((row, i) -> row.getInt(1))
            .single();
    if (messages >= MOST_MESSAGES) {
      return Written.FULL;
    }
    rows.add(id, safe.get(), words, null, null);
    if (state.get() == HandoverState.CONSENTED) {
      keep(id, safe.get(), reach);
    }
    update(
            """
            update handover set state = 'WAITING_FOR_US', changed_at = :now
            where id = :id and browser_hash = :browser
            """,
            id,
            browser)
        .update();
    deeds.byVisitor("handover.written", id, Map.of());
    if (state.get() != HandoverState.WAITING_FOR_US) {
      notices.oneWaits();
    }
    return Written.KEPT;
  }

  private void keep(UUID id, Safes.Safe safe, Reach reach) {
    jdbc.sql(
            """
            update handover set sealed_contact = :contact, sealed_email = :email,
              notice = :notice where id = :id
            """)
        .param("contact", reach.contact().isEmpty() ? null : safe.seal(reach.contact(), "contact"))
        .param("email", reach.email().isEmpty() ? null : safe.seal(reach.email(), "email"))
        .param("notice", !reach.email().isEmpty())
        .param("id", id)
        .update();
  }

  @Override
  public boolean end(String token, @Nullable String browser) {
    return behind(token, id -> end(id, browser)).orElse(false);
  }

  private boolean end(UUID id, @Nullable String browser) {
    boolean ended =
        update(
                    """
                    update handover set state = 'ENDED', ended_by = 'THEM', ended_at = :now,
                      changed_at = :now, erase_at = :now + make_interval(days => keep_days)
                    where id = :id and browser_hash = :browser
                      and state in ('CONSENTED', 'WAITING_FOR_US', 'WAITING_FOR_THEM')
                    """,
                    id,
                    browser)
                .update()
            > 0;
    if (ended) {
      deeds.byVisitor("handover.ended", id, Map.of());
    }
    return ended;
  }

  @Override
  public boolean revoke(String token, @Nullable String browser) {
    return behind(token, id -> revoke(id, browser)).orElse(false);
  }

  private boolean revoke(UUID id, @Nullable String browser) {
    boolean revoked =
        update(
                    """
                    update handover set state = 'ENDED', ended_by = coalesce(ended_by, 'THEM'),
                      ended_at = coalesce(ended_at, :now), changed_at = :now, erase_at = :now,
                      revoked_at = :now
                    where id = :id and browser_hash = :browser and sealed_key is not null
                      and revoked_at is null
                    """,
                    id,
                    browser)
                .update()
            > 0;
    if (revoked) {
      deeds.byVisitor("handover.revoked", id, Map.of());
      if (deeds.erase(id)) {
        deeds.byVisitor("handover.erased", id, Map.of());
      }
    }
    return revoked;
  }

  private StatementSpec update(String sql, UUID id, @Nullable String browser) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("browser", hash(browser))
        .param("now", Rows.utc(clock.instant()));
  }

  private static byte[] hash(@Nullable String browser) {
    return browser == null ? new byte[0] : Unguessable.hash(browser);
  }

  /** Works on behalf of whom the link belongs to, in one transaction; empty where it is none. */
  private <T> Optional<T> behind(String token, Function<UUID, T> work) {
    return where
        .behind(token)
        .map(
            place ->
                CurrentOrganization.<T, RuntimeException>call(
                    place.organization(),
                    () ->
                        Objects.requireNonNull(
                            transactions.<T>execute(status -> work.apply(place.conversation())))));
  }
}
