package org.bedside.understanding.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How much encoder, words and rules count beside each other, learned from replies kept back.
 * Immutable and thread-safe.
 *
 * @param bias what stands before anything was read
 * @param whole of the encoder's odds for the whole reply
 * @param most of its odds for the clause that discloses most
 * @param words of the words' odds
 * @param rules of the rules' odds
 */
public record ReplyMix(double bias, double whole, double most, double words, double rules) {

  /** Reads it from the library's resources. */
  public static ReplyMix load() {
    try (InputStream in = ReplyMix.class.getResourceAsStream("mix.txt")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks the mix of its guard");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      double[] read = reader.lines().mapToDouble(Double::parseDouble).toArray();
      return new ReplyMix(read[0], read[1], read[2], read[3], read[4]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How likely the reply discloses.
   *
   * @param signals the four odds in the order of their weights
   */
  public double likely(double[] signals) {
    double odds =
        bias + whole * signals[0] + most * signals[1] + words * signals[2] + rules * signals[3];
    return 1 / (1 + Math.exp(-odds));
  }

  /** What {@link #load} reads, one number a line. */
  public String written() {
    return "%s%n%s%n%s%n%s%n%s%n".formatted(bias, whole, most, words, rules).replace("\r", "");
  }
}
