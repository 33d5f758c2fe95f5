package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.targets.PostKind;
import org.bedside.targets.Rule;
import org.bedside.understanding.Urgency;
import org.junit.jupiter.api.Test;

/** The list in the order in which cases are due. */
class DueListTest extends CaseTest {

  private static final String PRAISE = "Lovely nurses, thank you so much!";

  @Test
  void theListByDueTimeGoesOnOverPagesAndEndsWithWhatHasNoTarget() {
    Org org = found("Larkspur Health");
    always(org, new Rule(Urgency.Level.NONE, PostKind.COMPLAINT, null, null, 60, true));
    for (int i = 0; i < 7; i++) {
      receive(org, "Posts", RawPost.of("c" + i, COMPLAINT + " " + i));
      clock.advance(Duration.ofMinutes(1));
      receive(org, "Posts", RawPost.of("p" + i, PRAISE + " " + i));
    }
    InboxFilter filter = InboxFilter.NONE.by(InboxFilter.Order.DUE);

    CasePage first = inOrganization(org, () -> cases.list(filter, null, 5));
    CasePage second = inOrganization(org, () -> cases.list(filter, first.next(), 5));
    CasePage third = inOrganization(org, () -> cases.list(filter, second.next(), 5));

    List<CaseRow> all = new ArrayList<>(first.rows());
    all.addAll(second.rows());
    all.addAll(third.rows());
    assertThat(all).extracting(CaseRow::id).doesNotHaveDuplicates().hasSize(14);
    assertThat(all.stream().map(row -> row.clock().due()).limit(7).toList())
        .doesNotContainNull()
        .isSorted();
    assertThat(all.stream().skip(7)).allMatch(row -> row.clock().due() == null);
    assertThat(third.next()).isNull();
  }

  @Test
  void aPageOfTheListByDueTimeIsReadFromItsIndex() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));

    List<String> plan =
        inOrganization(
            org,
            () -> {
              var jdbc = across.jdbc();
              jdbc.sql("analyze inbox_case").update();
              return jdbc.sql(
                      """
                      explain select id from inbox_case c
                      where organization_id = :org and c.state = 'OPEN'
                        and (c.due_at, c.id) > (now(), 5) order by c.due_at, c.id limit 50
                      """)
                  .param("org", org.id().value())
                  .query(String.class)
                  .list();
            });
    assertThat(String.join("\n", plan)).doesNotContain("Sort");
  }
}
