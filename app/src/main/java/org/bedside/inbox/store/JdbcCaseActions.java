package org.bedside.inbox.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseActions;
import org.bedside.inbox.DoneAction;
import org.bedside.inbox.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcCaseActions implements CaseActions {

  private final JdbcClient jdbc;
  private final CaseSteps steps;
  private final CaseStories stories;
  private final ActionRows rows;
  private final Clock clock;

  JdbcCaseActions(
      JdbcClient jdbc, CaseSteps steps, CaseStories stories, ActionRows rows, Clock clock) {
    this.jdbc = jdbc;
    this.steps = steps;
    this.stories = stories;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  @Transactional
  public DoneAction apply(List<Chosen> chosen, List<Step> toDo, String macro, SignedIn by) {
    CaseSteps.Known known = steps.known();
    toDo.forEach(known::require);
    Map<Long, Integer> seen = new LinkedHashMap<>();
    chosen.forEach(one -> seen.putIfAbsent(one.id(), one.version()));
    Map<Long, CaseState> there = locked(seen.keySet());
    UUID action = UUID.randomUUID();
    rows.insert(action, now(), macro, toDo, by);
    List<Long> leftOut = new ArrayList<>();
    int changed = 0;
    for (Map.Entry<Long, Integer> one : seen.entrySet()) {
      CaseState before = there.get(one.getKey());
      if (before == null || before.version() != one.getValue() || changed == MOST) {
        leftOut.add(one.getKey());
      } else {
        change(action, before, toDo, known, by);
        changed++;
      }
    }
    rows.done(action, changed, leftOut);
    return rows.find(action, by).orElseThrow();
  }

  private void change(
      UUID action, CaseState before, List<Step> toDo, CaseSteps.Known known, SignedIn by) {
    CaseState state = before;
    String draft = null;
    for (Step step : toDo) {
      state = steps.run(step, state, known, by);
      if (step instanceof Step.DraftReply(var reply)) {
        Optional<String> made = steps.draft(reply, state.id(), by);
        if (made.isPresent()) {
          draft = made.get();
        }
      }
    }
    if (state.version() != before.version() || draft != null) {
      rows.keep(action, before, state.version(), draft);
    }
  }

  @Override
  @Transactional
  public Optional<DoneAction> undo(UUID action, SignedIn by) {
    if (!rows.take(action, now(), by)) {
      return rows.find(action, by);
    }
    CaseSteps.Known known = steps.known();
    Map<Long, ActionRows.Kept> kept =
        rows.kept(action).stream().collect(Collectors.toMap(one -> one.before().id(), one -> one));
    Map<Long, CaseState> there = locked(kept.keySet());
    List<Long> leftOut = new ArrayList<>();
    int restored = 0;
    for (Map.Entry<Long, ActionRows.Kept> one : kept.entrySet()) {
      CaseState now = there.get(one.getKey());
      CaseState before = one.getValue().before();
      // The version kept beside the state before is the one since.
      if (now == null || now.version() != before.version()) {
        leftOut.add(one.getKey());
      } else {
        steps.restore(now, before, known, by);
        takeBackDraft(one.getValue().draft(), before.id(), by);
        restored++;
      }
    }
    rows.undone(action, restored, leftOut);
    return rows.find(action, by);
  }

  private void takeBackDraft(@Nullable String draft, long caseId, SignedIn by) {
    if (draft != null) {
      steps.takeBackDraft(caseId, draft, by);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<DoneAction> latest(SignedIn by, Duration within) {
    return rows.latest(by, clock.instant().minus(within).atOffset(ZoneOffset.UTC));
  }

  /**
   * Those that are there, held until the transaction ends; one order for all, so none waits twice.
   */
  private Map<Long, CaseState> locked(Collection<Long> ids) {
    stories.oneAtATime();
    Map<Long, CaseState> there = new HashMap<>();
    jdbc.sql(
            "select id, version, "
                + CaseState.COLUMNS
                + " from inbox_case where id = any(:ids) and state <> 'MERGED' order by id for"
                + " update")
        .param("ids", ids.stream().sorted().toArray(Long[]::new))
        .query(CaseState::of)
        .list()
        .forEach(state -> there.put(state.id(), state));
    return there;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
