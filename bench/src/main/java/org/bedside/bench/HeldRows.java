package org.bedside.bench;

/**
 * Which rows of the training files the encoder never learns from, so that its say beside the linear
 * models can be fitted on texts new to both.
 */
public final class HeldRows {

  private static final int ONE_IN = 12;
  private static final int PLACE = 5;

  private static final String EVENT = "2012_Philipinnes_floods";

  private HeldRows() {}

  /** Whether a row is kept back, by its number in its file from 0 on. */
  public static boolean isHeld(int row) {
    return row % ONE_IN == PLACE;
  }

  /** Whether all posts of a disaster are kept back: the next one is never among those learned. */
  public static boolean isHeldEvent(String event) {
    return event.equals(EVENT);
  }
}
