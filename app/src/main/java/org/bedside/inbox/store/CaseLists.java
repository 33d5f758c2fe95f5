package org.bedside.inbox.store;

import java.util.ArrayList;
import java.util.List;
import org.bedside.inbox.CaseRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a page of the list in about the same time however many cases there are. What many cases
 * have is found soon in the order of the list; what few have, by the words first. The first few
 * hundred rows of a band of priorities tell which it is.
 */
@Component
class CaseLists {

  private static final int A_GLANCE = 400;

  /** Among a glance's rows: fewer are gathered sooner than gone through. */
  private static final int COMMON = 4;

  private final JdbcClient jdbc;

  CaseLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first {@code limit} cases asked for, in order; call inside a transaction. */
  List<CaseRow> rows(CaseQuery query, int limit) {
    readByIndex();
    if (!query.searches()) {
      return fetch(query, query.inOrder(), limit, Integer.MAX_VALUE);
    }
    if (!query.byPriority()) {
      return found(query, null, limit);
    }
    List<CaseRow> rows = new ArrayList<>();
    for (Band band : Band.values()) {
      if (rows.size() < limit && query.reaches(band)) {
        rows.addAll(found(query, band, limit - rows.size()));
      }
    }
    return rows;
  }

  private List<CaseRow> found(CaseQuery query, @Nullable Band band, int limit) {
    List<CaseRow> glance = fetch(query, query.amongFirst(band), limit, A_GLANCE);
    if (glance.size() == limit) {
      return glance;
    }
    if (glance.size() >= COMMON) {
      int among = 3 * A_GLANCE * limit / glance.size();
      List<CaseRow> first = fetch(query, query.amongFirst(band), limit, among);
      if (first.size() == limit) {
        return first;
      }
    }
    List<Band> bands = band == null ? List.of(Band.values()) : List.of(band);
    return fetch(query, query.gathered(bands), limit, 0);
  }

  /** How many there are, or {@code most} where there are more; call inside a transaction. */
  int count(CaseQuery query, int most) {
    if (query.searches()) {
      return rows(query, most).size();
    }
    readByIndex();
    return jdbc.sql("select count(*) from (" + query.some() + ") counted")
        .params(query.params())
        .param("limit", most)
        .query(Integer.class)
        .single();
  }

  private List<CaseRow> fetch(CaseQuery query, String ids, int limit, int among) {
    return jdbc.sql(
            CaseColumns.SELECT + "join (" + ids + ") found on found.id = c.id" + query.orderBy())
        .params(query.params())
        .param("limit", limit)
        .param("among", among)
        .query(CaseColumns::row)
        .list();
  }

  /**
   * The planner doesn't know how few rows of the table are one organization's, and reads all rows
   * of all of them in search of the few it wants; for the rest of this transaction it doesn't.
   */
  private void readByIndex() {
    jdbc.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
  }
}
