package org.bedside.channels.sending;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Record keys of the AT Protocol: a time in microseconds and a number, in sortable letters. */
public final class Tid {

  private static final String LETTERS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 13;
  private static final int NUMBERS = 1024;

  private Tid() {}

  /** A key for something of that time. */
  public static String of(Instant time, RandomGenerator random) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    long value = ((micros << 10) | random.nextInt(NUMBERS)) & Long.MAX_VALUE;
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      key.append(LETTERS.charAt((int) (value & 31)));
      value >>>= 5;
    }
    return key.reverse().toString();
  }
}
