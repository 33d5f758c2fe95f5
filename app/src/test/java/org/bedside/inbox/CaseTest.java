package org.bedside.inbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.targets.Hours;
import org.bedside.targets.Rule;
import org.bedside.targets.Targets;
import org.springframework.beans.factory.annotation.Autowired;

/** Posts that come in and the cases they become. */
abstract class CaseTest extends BedsideTest {

  static final String COMPLAINT =
      "The phones at Larkspur were never answered, nobody calls back, and the waiting room was"
          + " filthy.";

  static final String SAFE =
      "Thank you for taking the time to write. We would like to hear more: please call our patient"
          + " relations office at 555-0142.";

  @Autowired PostIntake intake;
  @Autowired Sources sources;
  @Autowired Mentions mentions;
  @Autowired Cases cases;
  @Autowired Replies replies;
  @Autowired Targets targets;

  private final Map<String, UUID> added = new HashMap<>();

  final UUID source(Org org, String name) {
    SignedIn by = somebody(org);
    return added.computeIfAbsent(
        org.id() + name,
        _ ->
            inOrganization(
                org,
                () -> sources.add(Source.Kind.API, name, null, Source.Takes.ALL, null, by).id()));
  }

  final void receive(Org org, String source, RawPost... posts) {
    UUID id = source(org, source);
    inOrganization(org, () -> intake.receive(id, Arrays.asList(posts)));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }

  final RawPost post(String id, String author, String text) {
    return RawPost.of(id, text).by(author, null, clock.instant());
  }

  final List<CaseRow> list(Org org, InboxFilter.State state, InboxFilter.Order order) {
    InboxFilter filter = InboxFilter.NONE.in(state).by(order);
    return inOrganization(org, () -> cases.list(filter, null, 100).rows());
  }

  final List<CaseRow> open(Org org) {
    return list(org, InboxFilter.State.OPEN, InboxFilter.Order.PRIORITY);
  }

  final CaseFile file(Org org, long id) {
    return inOrganization(org, () -> cases.find(id, somebody(org)).orElseThrow());
  }

  final CaseRow row(Org org, long id) {
    return file(org, id).row();
  }

  final void close(Org org, long id, Outcome outcome) {
    SignedIn by = somebody(org);
    int version = row(org, id).version();
    inOrganization(org, () -> cases.close(id, version, outcome, by));
  }

  final void answer(Org org, long id) {
    SignedIn by = somebody(org);
    inOrganization(
        org,
        () -> {
          replies.markPosted(id, SAFE, null, by);
        });
  }

  /** Everything is to be answered by this rule alone, at every hour of the week. */
  final void always(Org org, Rule rule) {
    inOrganization(
        org,
        () -> {
          targets.change(List.of(rule), somebody(org));
          targets.change(Hours.always(), somebody(org));
        });
  }
}
