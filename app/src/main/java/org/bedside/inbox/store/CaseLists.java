package org.bedside.inbox.store;

import java.util.List;
import org.bedside.inbox.CaseRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a page of the list in about the same time however many cases there are. What many cases
 * have is found soon in the order of the list; what few have, by the words first. Nobody knows
 * beforehand which it is (a word may be common, but only among cases that come last), so both are
 * tried in turn, each as far as it is cheap.
 */
@Component
class CaseLists {

  private static final int A_GLANCE = 1_000;
  private static final int A_LOOK = 10_000;

  private final JdbcClient jdbc;

  CaseLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first {@code limit} cases asked for, in order; call inside a transaction. */
  List<CaseRow> rows(CaseQuery query, int limit) {
    readByIndex();
    if (!query.searches()) {
      return fetch(query, query.inOrder(), limit, A_LOOK);
    }
    for (int among : List.of(A_GLANCE, A_LOOK)) {
      List<CaseRow> first = fetch(query, query.amongFirst(), limit, among);
      if (first.size() == limit) {
        return first;
      }
      if (among == A_GLANCE && few(query)) {
        break;
      }
    }
    return fetch(query, query.gathered(), limit, Integer.MAX_VALUE);
  }

  /** How many there are, or {@code most} where there are more; call inside a transaction. */
  int count(CaseQuery query, int most) {
    readByIndex();
    return jdbc.sql("select count(*) from (" + query.some() + ") counted")
        .params(query.params())
        .param("limit", most)
        .query(Integer.class)
        .single();
  }

  private boolean few(CaseQuery query) {
    return count(query, A_LOOK) < A_LOOK;
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
