package org.bedside.live.web;

import java.time.Duration;
import java.util.List;
import org.bedside.database.Notifications;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hears what other processes on this database tell, over a connection of its own that is made anew
 * whenever it is lost. What was told meanwhile is unknown then, so pages are told to ask for
 * everything.
 */
@Component
class Hearing extends Rounds {

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Notifications notifications;
  private final OpenPages pages;
  private final Elsewhere elsewhere;
  private final Telling telling;
  private final long tellEveryNanos;
  private long told;

  /**
   * @param tellEvery often enough that one that was not heard does no harm; see {@link
   *     Elsewhere#FORGOTTEN}
   */
  Hearing(
      Notifications notifications,
      OpenPages pages,
      Elsewhere elsewhere,
      Telling telling,
      @Value("${bedside.live.tell-every:20s}") Duration tellEvery) {
    super("live, from other processes", AGAIN);
    this.notifications = notifications;
    this.pages = pages;
    this.elsewhere = elsewhere;
    this.telling = telling;
    this.tellEveryNanos = tellEvery.toNanos();
  }

  @Override
  protected boolean round() {
    notifications.listen(Telling.CHANNEL, this::listening, this::hear, this::goOn);
    return false;
  }

  private void listening() {
    pages.missedAnything();
    telling.tell(new Word.Hello(telling.process()));
    tellWhoIsHere();
  }

  private boolean goOn() {
    if (System.nanoTime() - told > tellEveryNanos) {
      tellWhoIsHere();
      left(elsewhere.forgetSilent());
    }
    return isRunning();
  }

  private void tellWhoIsHere() {
    told = System.nanoTime();
    pages.present().forEach(telling::tell);
  }

  private void hear(String line) {
    Word.read(line).filter(word -> !word.process().equals(telling.process())).ifPresent(this::hear);
  }

  private void hear(Word word) {
    switch (word) {
      case Word.Changed changed -> pages.changed(changed.organization(), changed.topic());
      case Word.Present present -> {
        if (elsewhere.note(present)) {
          pages.tellPresence(present.organization(), present.key());
        }
      }
      case Word.Hello _ -> tellWhoIsHere();
      case Word.Goodbye goodbye -> left(elsewhere.forget(goodbye.process()));
    }
  }

  private void left(List<Elsewhere.Place> places) {
    places.forEach(place -> pages.tellPresence(place.organization(), place.key()));
  }
}
