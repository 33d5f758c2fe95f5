package org.bedside.listening;

import java.util.List;

/**
 * What became of posts received.
 *
 * @param stored new ones
 * @param changed edited ones, stored as a new version
 * @param duplicates those already known as they are
 * @param rejected those that can't be stored
 */
public record Received(int stored, int changed, int duplicates, List<Rejected> rejected) {

  public Received {
    rejected = List.copyOf(rejected);
  }

  /**
   * @param index position in the list given, from 0
   * @param code stable key of the sentence that says why
   */
  public record Rejected(int index, String code) {}
}
