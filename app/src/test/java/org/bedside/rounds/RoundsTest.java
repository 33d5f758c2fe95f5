package org.bedside.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Duration NEVER = Duration.ofDays(1);

  private final BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile int more;
  private volatile int failing;

  private final Rounds rounds =
      new Rounds("test", NEVER) {
        @Override
        protected boolean round() {
          int number = count.incrementAndGet();
          done.add(number);
          if (number == failing) {
            throw new IllegalStateException("a round that fails");
          }
          return number < more;
        }
      };

  @AfterEach
  void end() {
    rounds.stop();
  }

  private int next() throws InterruptedException {
    Integer number = done.poll(20, TimeUnit.SECONDS);
    assertThat(number).as("a round within 20 seconds").isNotNull();
    return number == null ? 0 : number;
  }

  @Test
  void theFirstRoundBeginsWithTheServerAndTheNextWhenWoken() throws InterruptedException {
    rounds.start();
    assertThat(next()).isEqualTo(1);
    rounds.wake();
    assertThat(next()).isEqualTo(2);
  }

  @Test
  void whatIsNotFinishedGoesOnWithoutARest() throws InterruptedException {
    more = 3;
    rounds.start();
    assertThat(next()).isEqualTo(1);
    assertThat(next()).isEqualTo(2);
    assertThat(next()).isEqualTo(3);
  }

  @Test
  void aRoundThatFailsEndsNothing() throws InterruptedException {
    failing = 1;
    rounds.start();
    assertThat(next()).isEqualTo(1);
    rounds.wake();
    assertThat(next()).isEqualTo(2);
  }

  @Test
  void afterAnEndNothingGoesOnUntilTheNextStart() throws InterruptedException {
    rounds.start();
    assertThat(next()).isEqualTo(1);
    rounds.stop();
    rounds.wake();
    assertThat(rounds.isRunning()).isFalse();
    assertThat(done).isEmpty();
    rounds.start();
    assertThat(next()).isEqualTo(2);
  }

  @Test
  void beingWokenManyTimesWhileAtWorkIsOneRoundMore() throws InterruptedException {
    rounds.wake();
    rounds.wake();
    rounds.wake();
    rounds.start();
    assertThat(next()).isEqualTo(1);
    assertThat(next()).isEqualTo(2);
    rounds.stop();
    assertThat(count).hasValue(2);
  }
}
