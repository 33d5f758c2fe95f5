package org.bedside.bench.score;

/** Something that judges one text after the other. */
interface Contender {

  String name();

  /** How many threads share the texts. */
  default int threads() {
    return 1;
  }

  /** Judges; what came out is returned only so that it isn't optimised away. */
  Object judge(String text);
}
