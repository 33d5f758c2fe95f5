package org.bedside.listening.history;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts what comes in, so that looking back gives way to it. Thread-safe. */
@Component
public class Arrivals {

  private final LongAdder posts = new LongAdder();

  /** So many posts have come in. */
  public void came(int more) {
    posts.add(more);
  }

  long soFar() {
    return posts.sum();
  }
}
