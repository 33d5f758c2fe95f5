package org.bedside.inbox.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.inbox.CaseRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a page of the list in about the same time however many cases there are. What many cases
 * have is found soon in the order of the list; what few have, by the words first. PostgreSQL's own
 * estimate says which it is; where the estimate misleads (a word may be common, but only among
 * cases that come last), going through the list ends early and the words are looked up after all.
 */
@Component
class CaseLists {

  /** Rows read in the order of the list cost about what rows gathered by a word do. */
  private static final double COMMON = 0.006;

  private static final int A_LOOK = 1_500;
  private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\":\\s*(\\d+)");

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
    double share = estimate(query, query.found()) / Math.max(1, estimate(query, query.every()));
    if (share >= COMMON) {
      int among = (int) Math.max(A_LOOK, 3 * limit / share);
      List<CaseRow> first = fetch(query, query.amongFirst(), limit, among);
      if (first.size() == limit) {
        return first;
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

  /** Rows as the planner expects them, by the statistics of the table; nothing is read. */
  private double estimate(CaseQuery query, String rows) {
    String plan =
        jdbc.sql("explain (format json) " + rows)
            .params(query.params())
            .query(String.class)
            .single();
    Matcher expected = PLAN_ROWS.matcher(plan);
    return expected.find() ? Double.parseDouble(expected.group(1)) : 1;
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
