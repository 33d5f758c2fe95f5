package org.bedside.understanding.judge;

import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.model.Blends;

/** The encoder with all that is learned on top of it. Immutable and thread-safe. */
public record Encoded(Encoder encoder, Heads heads, Blends blends) {

  /**
   * Reads all of it from the library's resources.
   *
   * @throws IllegalStateException where they are missing or this machine can't run the encoder
   */
  public static Encoded load() {
    return new Encoded(Encoder.load(), Heads.load(), Blends.load());
  }
}
