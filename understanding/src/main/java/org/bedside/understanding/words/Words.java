package org.bedside.understanding.words;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Span;

/**
 * A text cut into words. Each has a folded form (lower case, no diacritics, contractions written
 * out: {@code don't} is {@code do not}) and the place where it stands in the text. Immutable and
 * thread-safe; made in time linear in the text's length.
 */
public final class Words {

  private final String text;
  private final String[] forms;
  private final int[] starts;
  private final int[] ends;
  private final int[] sentences;
  private final int[] clauses;
  private final boolean[] capitals;

  private Words(String text, List<WordCutter.Word> words) {
    this.text = text;
    int size = words.size();
    forms = new String[size];
    starts = new int[size];
    ends = new int[size];
    sentences = new int[size];
    clauses = new int[size];
    capitals = new boolean[size];
    for (int i = 0; i < size; i++) {
      WordCutter.Word word = words.get(i);
      forms[i] = word.form();
      starts[i] = word.start();
      ends[i] = word.end();
      sentences[i] = word.sentence();
      clauses[i] = word.clause();
      capitals[i] = word.capital();
    }
  }

  /** Cuts {@code text}; any text gives an answer, an empty one no words. */
  public static Words of(String text) {
    return new Words(text, new WordCutter(text, new ArrayList<>()).cut());
  }

  public String text() {
    return text;
  }

  public int size() {
    return forms.length;
  }

  /** The folded form of word {@code i}; never empty. */
  public String form(int i) {
    return forms[i];
  }

  /** First UTF-16 code unit of word {@code i}. */
  public int start(int i) {
    return starts[i];
  }

  /** The code unit after the last of word {@code i}. */
  public int end(int i) {
    return ends[i];
  }

  /** The number of the sentence that word {@code i} stands in, counted from 0. */
  public int sentence(int i) {
    return sentences[i];
  }

  /** The number of the clause, split at commas and the like, that word {@code i} stands in. */
  public int clause(int i) {
    return clauses[i];
  }

  /** Whether word {@code i} is written with a capital first letter. */
  public boolean capital(int i) {
    return capitals[i];
  }

  /** The stretch of text from word {@code from} up to, not including, word {@code to}. */
  public Span span(int from, int to) {
    return new Span(starts[from], ends[to - 1]);
  }
}
