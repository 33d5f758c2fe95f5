package org.bedside.listening.websub;

import java.time.Duration;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether a hub is to be asked something. */
@Component
class SubscriberBeat extends Rounds {

  private final Subscriber subscriber;

  SubscriberBeat(
      Subscriber subscriber, @Value("${bedside.listening.look-every:5s}") Duration every) {
    super("websub", every);
    this.subscriber = subscriber;
  }

  @Override
  protected boolean round() {
    subscriber.askDue();
    return false;
  }
}
