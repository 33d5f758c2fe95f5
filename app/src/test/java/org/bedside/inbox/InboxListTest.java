package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list page by page: every case once, in one order, however it was asked for. */
class InboxListTest extends BedsideTest {

  private static final Comparator<CaseRow> IN_ORDER =
      Comparator.<CaseRow>comparingInt(row -> -row.priority().score())
          .thenComparing(CaseRow::publishedAt, Comparator.<Instant>reverseOrder())
          .thenComparing(CaseRow::id, Comparator.reverseOrder());

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Cases cases;

  @Test
  void openAndClosedCasesTogetherAreInOneOrderOverAllPages() {
    Org org = found("Larkspur Health");
    receive(org);
    List<CaseRow> open = pages(org, InboxFilter.State.OPEN, "");
    close(org, open.get(0));
    close(org, open.get(3));

    List<CaseRow> any = pages(org, InboxFilter.State.ANY, "");

    assertThat(any).hasSize(12).isSortedAccordingTo(IN_ORDER);
    assertThat(any).extracting(CaseRow::id).doesNotHaveDuplicates();
    assertThat(pages(org, InboxFilter.State.OPEN, "")).hasSize(10);
    assertThat(pages(org, InboxFilter.State.CLOSED, "")).hasSize(2);
  }

  @Test
  void aSearchFindsEachCaseOnceInOrderAndCountsWhatItFinds() {
    Org org = found("Larkspur Health");
    receive(org);
    close(org, pages(org, InboxFilter.State.OPEN, "parking").get(1));

    List<CaseRow> found = pages(org, InboxFilter.State.ANY, "parking");

    assertThat(found).hasSize(6).isSortedAccordingTo(IN_ORDER);
    assertThat(found).extracting(CaseRow::preview).allMatch(text -> text.contains("parking"));
    assertThat(count(org, filter(InboxFilter.State.ANY, "parking"), 100)).isEqualTo(6);
    assertThat(count(org, filter(InboxFilter.State.ANY, "parking"), 4)).isEqualTo(4);
    assertThat(count(org, filter(InboxFilter.State.OPEN, "parking"), 100)).isEqualTo(5);
    assertThat(pages(org, InboxFilter.State.ANY, "zeppelin")).isEmpty();
  }

  private List<CaseRow> pages(Org org, InboxFilter.State state, String text) {
    List<CaseRow> all = new ArrayList<>();
    String after = null;
    do {
      String from = after;
      CasePage page = inOrganization(org, () -> cases.list(filter(state, text), from, 5));
      all.addAll(page.rows());
      after = page.next();
    } while (after != null);
    return all;
  }

  private int count(Org org, InboxFilter filter, int most) {
    return inOrganization(org, () -> cases.count(filter, most));
  }

  private static InboxFilter filter(InboxFilter.State state, String text) {
    return InboxFilter.NONE.in(state).saying(text);
  }

  private void close(Org org, CaseRow row) {
    var by = somebody(org, Permission.READ_MENTIONS);
    inOrganization(org, () -> cases.close(row.id(), row.version(), Outcome.NO_FOLLOW_UP, by));
  }

  private void receive(Org org) {
    var by = somebody(org);
    List<String> texts =
        List.of(
            "Lovely nurses!",
            "Rude staff and no parking at all.",
            "The parking is dear.",
            "Father got the wrong dose and collapsed.");
    List<RawPost> posts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      posts.add(RawPost.of(UUID.randomUUID().toString(), texts.get(i % texts.size())));
    }
    inOrganization(
        org,
        () -> {
          intake.receive(sources.named("Reviews", Source.Kind.FILE, by).id(), posts);
        });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }
}
