package org.bedside.alerts;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.springframework.beans.factory.annotation.Autowired;

/** Posts come in through the one door for them, and what they raise is looked at. */
abstract class AlertingTest extends BedsideTest {

  static final String SELF_HARM =
      "I want to kill myself tonight. Nobody at the clinic listened to me.";
  static final String PRAISE = "Lovely nurses, thank you so much!";

  @Autowired protected PostIntake intake;
  @Autowired protected Sources sources;
  @Autowired protected Mentions mentions;
  @Autowired protected Alerts alerts;
  @Autowired protected Tunings tunings;

  final UUID source(Org org) {
    var by = somebody(org);
    return inOrganization(org, () -> sources.named("Reviews", Source.Kind.FILE, by).id());
  }

  /** Ends when all are understood. */
  final void receive(Org org, RawPost... posts) {
    UUID source = source(org);
    inOrganization(
        org,
        () -> {
          intake.receive(source, List.of(posts));
        });
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }

  final void receive(Org org, String key, String text) {
    receive(org, RawPost.of(key, text));
  }

  final List<Alert> alerts(Org org, AlertState state) {
    return inOrganization(org, () -> alerts.list(state, 100));
  }

  final Alert only(Org org, AlertState state) {
    List<Alert> all = alerts(org, state);
    if (all.size() != 1) {
      throw new AssertionError("expected one alert that is " + state + ", found " + all);
    }
    return all.getFirst();
  }
}
