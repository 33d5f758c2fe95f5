package org.bedside.listening.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

class HistoryRunnerTest {

  private static final OrganizationId ORG = new OrganizationId(UUID.randomUUID());

  /** Posts that are looked at in order, of which one can't be. */
  private static final class Posts implements Passes {
    private final List<Integer> looked = new ArrayList<>();
    private final List<Integer> leftOut = new ArrayList<>();
    private final int posts;
    private final int bad;
    private int next;
    private RuntimeException trouble = new IllegalStateException("this post");
    private String failed = "";

    Posts(int posts, int bad) {
      this.posts = posts;
      this.bad = bad;
    }

    @Override
    public List<OrganizationId> waiting() {
      return List.of(ORG);
    }

    @Override
    public boolean step(int limit) {
      int end = Math.min(posts, next + limit);
      if (next <= bad && bad < end) {
        throw trouble;
      }
      for (; next < end; next++) {
        looked.add(next);
      }
      return next < posts;
    }

    @Override
    public boolean leaveOut() {
      leftOut.add(next++);
      return true;
    }

    @Override
    public void fail(String code) {
      failed = code;
    }
  }

  @Test
  void onePostThatCannotBeLookedAtIsLeftOutAndAllOthersAreNot() {
    Posts posts = new Posts(1_300, 707);
    HistoryRunner runner = new HistoryRunner(posts, new Arrivals());

    while (runner.step(ORG)) {
      // Until nothing is left.
    }

    assertThat(posts.leftOut).containsExactly(707);
    assertThat(posts.looked).hasSize(1_299).doesNotContain(707).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsLeftOutWhileTheDatabaseDoesNotAnswerAndInTheEndTheRunSaysSo() {
    Posts posts = new Posts(10, 0);
    posts.trouble = new DataAccessResourceFailureException("gone");
    HistoryRunner runner = new HistoryRunner(posts, new Arrivals());

    for (int i = 0; i < 9; i++) {
      assertThat(runner.step(ORG)).isFalse();
    }
    assertThat(posts.failed).isEmpty();
    runner.step(ORG);

    assertThat(posts.failed).isEqualTo("unexpected");
    assertThat(posts.leftOut).isEmpty();
  }

  @Test
  void whoWaitsForLiveWorkHasNotFailed() {
    Posts posts = new Posts(10, 0);
    posts.trouble = new CannotAcquireLockException("in use");
    HistoryRunner runner = new HistoryRunner(posts, new Arrivals());

    for (int i = 0; i < 100; i++) {
      assertThat(runner.step(ORG)).isFalse();
    }

    assertThat(posts.failed).isEmpty();
    assertThat(posts.leftOut).isEmpty();
  }
}
