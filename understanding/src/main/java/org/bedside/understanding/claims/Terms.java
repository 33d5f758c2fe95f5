package org.bedside.understanding.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.words.Words;

/** The terms of a text: stems with what marks them, and hashes of pairs and of letter groups. */
record Terms(List<Term> all) {

  /** Posts and claims longer than this are judged by their beginning. */
  private static final int MOST = 400;

  private static final int GROUP = 4;

  record Term(String stem, boolean capital, boolean number) {}

  static Terms of(String text) {
    Words words = Words.of(text);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < words.size() && terms.size() < MOST; i++) {
      String form = words.form(i);
      if (!Stems.isStop(form) && !form.isEmpty()) {
        boolean number = Character.isDigit(form.charAt(0));
        boolean opens = i == 0 || words.sentence(i - 1) != words.sentence(i);
        terms.add(new Term(Stems.of(form), words.capital(i) && !opens, number));
      }
    }
    return new Terms(terms);
  }

  /** Sorted, each once. */
  int[] pairs() {
    int[] pairs = new int[Math.max(0, all.size() - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = 31 * all.get(i).stem().hashCode() + all.get(i + 1).stem().hashCode() * 17;
    }
    return sorted(pairs);
  }

  /** Sorted, each once. */
  int[] letters() {
    int[] groups = new int[2048];
    int count = 0;
    for (Term term : all) {
      String padded = "_" + term.stem() + "_";
      for (int i = 0; i + GROUP <= padded.length() && count < groups.length; i++) {
        groups[count++] = padded.substring(i, i + GROUP).hashCode();
      }
    }
    return sorted(Arrays.copyOf(groups, count));
  }

  private static int[] sorted(int[] values) {
    return Arrays.stream(values).sorted().distinct().toArray();
  }
}
