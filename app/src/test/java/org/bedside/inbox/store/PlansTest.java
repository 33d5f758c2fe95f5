package org.bedside.inbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.inbox.InboxFilter;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of the list is read from an index in its order, as the role that the wall binds. Where the
 * planner may neither sort nor read all rows, a plan that does so has no such index.
 */
class PlansTest extends BedsideTest {

  private static final UUID SOME = UUID.randomUUID();

  /**
   * Wholly or by what the index leaves open; merging two that are in order names a sort key too.
   */
  private static final String SORTS = "Sort  \\(";

  @Autowired private JdbcClient jdbc;

  @Test
  void everyFilterOfTheListIsReadInOrder() {
    assertInOrder(filter(null, null, null, null, List.of()));
    assertInOrder(filter(SOME, null, null, null, List.of()));
    assertInOrder(filter(null, SOME, null, null, List.of()));
    assertInOrder(filter(null, null, SOME, null, List.of()));
    assertInOrder(filter(null, null, null, SentimentLabel.NEGATIVE, List.of()));
    assertInOrder(filter(null, null, null, null, List.of(SOME)));
    assertThat(assertInOrder(filter(null, null, null, null, List.of(SOME, UUID.randomUUID()))))
        .as("each team by itself")
        .contains("Merge Append");
  }

  @Test
  void everyOrderOfTheListIsThatOfAnIndex() {
    for (InboxFilter.Order order : InboxFilter.Order.values()) {
      assertInOrder(InboxFilter.NONE.by(order));
    }
  }

  private String assertInOrder(InboxFilter filter) {
    CaseQuery query = new CaseQuery(filter, Instant.EPOCH, Instant.EPOCH);
    query.after("60_1700000000000000_1");
    Map<String, @Nullable Object> params = query.params();
    params.put("limit", 50);
    String plan = plan(query.inOrder(), params);
    assertThat(plan)
        .contains("using inbox_case_")
        .doesNotContain("Seq Scan")
        .doesNotContainPattern(SORTS);
    return plan;
  }

  /** Which of several a planner without rows takes says nothing, so that each is there. */
  @Test
  void whatIsAskedForOftenHasAnIndexOfItsOwnInTheOrderOfTheList() {
    for (String column :
        List.of("state", "source_id", "location_id", "assignee", "team_id", "sentiment", "stars")) {
      String state = column.equals("state") ? "" : ", state";
      assertThat(
              jdbc.sql("select indexdef from pg_indexes where tablename = 'inbox_case'")
                  .query(String.class)
                  .list())
          .anyMatch(
              index ->
                  index.contains(
                      "(organization_id, "
                          + column
                          + state
                          + ", standing DESC, published_at DESC, id DESC)"));
    }
  }

  @Test
  void labelsAreFoundWithoutReadingEveryRow() {
    InboxFilter labelled = InboxFilter.NONE.labelled(SOME);
    CaseQuery query = new CaseQuery(labelled, Instant.EPOCH, Instant.EPOCH);
    Map<String, @Nullable Object> params = query.params();
    params.put("limit", 50);
    String plan = plan(query.gathered(List.of(Band.values())), params);
    assertThat(plan).as("asked as those indexes are").contains("(labels @>");
    assertThat(plan).doesNotContain("Seq Scan");
  }

  @Test
  void thereIsAnIndexOfLabelsWordsThemesAndWatchesForEachBand() {
    List<@Nullable String> indexes =
        jdbc.sql("select indexdef from pg_indexes where tablename = 'inbox_case'")
            .query(String.class)
            .list();
    for (String column : List.of("labels", "search", "themes", "watches")) {
      assertThat(
              indexes.stream().filter(one -> one != null && one.contains("gin (" + column + ")")))
          .as(column)
          .hasSameSizeAs(Band.values());
    }
  }

  @Test
  void theModeratorsQueueIsReadInTheOrderOfItsIndex() {
    assertThat(
            plan(
                JdbcModeration.PAGE,
                Map.of("score", 50, "published", OffsetDateTime.now(clock), "id", 1L, "limit", 25)))
        .contains("inbox_case_attention")
        .doesNotContain("Seq Scan")
        .doesNotContainPattern(SORTS);
  }

  private String plan(String sql, Map<String, ? extends @Nullable Object> params) {
    return inOrganization(
        found("Larkspur Health"),
        () -> {
          for (String off : List.of("enable_seqscan", "enable_sort", "enable_bitmapscan")) {
            jdbc.sql("select set_config(:name, 'off', true)")
                .param("name", off)
                .query(String.class)
                .single();
          }
          return String.join(
              "\n", jdbc.sql("explain " + sql).params(params).query(String.class).list());
        });
  }

  private static InboxFilter filter(
      @Nullable UUID source,
      @Nullable UUID location,
      @Nullable UUID assignee,
      @Nullable SentimentLabel sentiment,
      List<UUID> teams) {
    return new InboxFilter(
        null,
        source,
        null,
        sentiment,
        null,
        null,
        location,
        false,
        assignee,
        teams,
        null,
        null,
        null,
        null,
        InboxFilter.Order.PRIORITY);
  }
}
