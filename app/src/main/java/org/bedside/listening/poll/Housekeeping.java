package org.bedside.listening.poll;

/** Clears what is of no use any more; spans organizations. */
public interface Housekeeping {

  /** Clears a bounded number of rows; answers how many. */
  int clear();
}
