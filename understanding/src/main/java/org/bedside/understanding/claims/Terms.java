package org.bedside.understanding.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.words.Words;

/** The terms of a text: its stems in order, and hashes of their letter groups. */
record Terms(List<String> stems) {

  /** Posts and claims longer than this are judged by their beginning. */
  private static final int MOST = 400;

  private static final int GROUP = 4;

  static Terms of(String text) {
    Words words = Words.of(text);
    List<String> stems = new ArrayList<>();
    for (int i = 0; i < words.size() && stems.size() < MOST; i++) {
      String form = words.form(i);
      if (!Stems.isStop(form) && !form.isEmpty()) {
        stems.add(Stems.of(form));
      }
    }
    return new Terms(stems);
  }

  /** Sorted, each once. */
  int[] letters() {
    int[] groups = new int[2048];
    int count = 0;
    for (String stem : stems) {
      String padded = "_" + stem + "_";
      for (int i = 0; i + GROUP <= padded.length() && count < groups.length; i++) {
        groups[count++] = padded.substring(i, i + GROUP).hashCode();
      }
    }
    return Arrays.stream(groups, 0, count).sorted().distinct().toArray();
  }
}
