package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.assessment.Assessed;
import org.bedside.inbox.CaseEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What opens a closed case again by itself; its owner and the time of its first answer stay. In the
 * caller's transaction.
 */
@Component
class CaseReopening {

  private final JdbcClient jdbc;
  private final CaseDues dues;
  private final CaseLog log;
  private final Clock clock;

  CaseReopening(JdbcClient jdbc, CaseDues dues, CaseLog log, Clock clock) {
    this.jdbc = jdbc;
    this.dues = dues;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Somebody wrote again: the closed ones open, and the clocks of those that waited begin anew.
   *
   * @param cases with the reason that the log keeps
   */
  void comeBack(Map<Long, String> cases) {
    List<Long> again = new ArrayList<>(open(cases));
    again.addAll(
        jdbc.sql(
                """
                select id from inbox_case
                where id = any(:ids) and state = 'OPEN' and waiting_since is not null
                """)
            .param("ids", cases.keySet().toArray(Long[]::new))
            .query((row, i) -> row.getLong(1))
            .list());
    dues.restart(again);
    dues.refresh(cases.keySet().stream().filter(id -> !again.contains(id)).toList());
  }

  private List<Long> open(Map<Long, String> cases) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<Long> opened =
        jdbc.sql(
                """
                update inbox_case set state = 'OPEN', outcome = null, closed_at = null,
                  version = version + 1, changed_at = :now
                where id = any(:ids) and state = 'CLOSED' returning id
                """)
            .param("ids", cases.keySet().toArray(Long[]::new))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, i) -> row.getLong(1))
            .list();
    opened.forEach(
        id -> log.record(id, CaseEvent.Kind.REOPENED, cases.getOrDefault(id, ""), "", null));
    return opened;
  }

  /**
   * Of mentions that were read again, those whose post was edited at its source since: their cases
   * are told, and the closed ones open.
   *
   * @return the cases that changed
   */
  List<Long> edited(List<Assessed> mentions) {
    record Seen(long caseId, boolean edited) {}
    Map<Long, String> cases = new TreeMap<>();
    jdbc
        .sql(
            """
            update case_mention m set post_version = t.version
            from case_mention o join unnest(:ids::bigint[], :versions::int[]) as t (id, version)
              on o.mention_id = t.id
            where m.mention_id = o.mention_id and o.post_version is distinct from t.version
            returning m.case_id, o.post_version is not null as edited
            """)
        .param("ids", mentions.stream().map(one -> one.mention().id()).toArray(Long[]::new))
        .param(
            "versions",
            mentions.stream().map(one -> one.mention().version()).toArray(Integer[]::new))
        .query((row, i) -> new Seen(row.getLong(1), row.getBoolean(2)))
        .list()
        .stream()
        .filter(Seen::edited)
        .forEach(seen -> cases.put(seen.caseId(), "EDITED"));
    if (!cases.isEmpty()) {
      cases.keySet().forEach(id -> log.record(id, CaseEvent.Kind.EDITED_AT_SOURCE, "", "", null));
      dues.restart(open(cases));
    }
    return List.copyOf(cases.keySet());
  }
}
