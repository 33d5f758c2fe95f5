package org.bedside.handover.store;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bedside.database.CurrentOrganization;
import org.bedside.handover.Consent;
import org.bedside.handover.Door;
import org.bedside.handover.Reach;
import org.bedside.handover.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcVisits implements Visits {

  private final Where where;
  private final Doors doors;
  private final OwnRow own;
  private final Writing writing;
  private final Wordings wordings;
  private final Safes safes;
  private final Deeds deeds;
  private final TransactionTemplate transactions;

  JdbcVisits(
      Where where,
      Doors doors,
      OwnRow own,
      Writing writing,
      Wordings wordings,
      Safes safes,
      Deeds deeds,
      TransactionTemplate transactions) {
    this.where = where;
    this.doors = doors;
    this.own = own;
    this.writing = writing;
    this.wordings = wordings;
    this.safes = safes;
    this.deeds = deeds;
    this.transactions = transactions;
  }

  @Override
  public Door at(String token, @Nullable String browser) {
    return behind(token, id -> doors.at(id, OwnRow.hash(browser))).orElse(new Door.Nowhere());
  }

  @Override
  public Optional<String> open(String token) {
    String browser = Unguessable.word();
    return behind(
            token,
            id -> {
              boolean first =
                  own.sql(
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
        own.sql(
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
    return behind(token, id -> writing.write(id, browser, words, reach)).orElse(Written.CLOSED);
  }

  @Override
  public boolean end(String token, @Nullable String browser) {
    return behind(token, id -> end(id, browser)).orElse(false);
  }

  private boolean end(UUID id, @Nullable String browser) {
    boolean ended =
        own.sql(
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
        own.sql(
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
