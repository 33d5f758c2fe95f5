package org.bedside.understanding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a text into clauses: the stretches a single judgement can rest on. */
public final class Segments {

  private static final Set<String> TURNS =
      Set.of("but", "however", "although", "though", "except", "whereas", "pero", "aunque");
  private static final Set<String> ENDS = Set.of(".", "!", "?", ";", "..", "!!", "??", "…", "•");

  private Segments() {}

  /**
   * One clause.
   *
   * @param from index of its first token
   * @param to index after its last token
   */
  public record Segment(int from, int to) {}

  /**
   * Gives the clauses of a tokenised text, in order and without gaps: cut after a sentence's end,
   * at a line break, at a comma that parts clauses rather than a list, and before a word that turns
   * the sentence, such as "but".
   */
  public static List<Segment> of(String text, List<Token> tokens) {
    var segments = new ArrayList<Segment>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean turn = i > from + 1 && TURNS.contains(token.norm());
      boolean broken = i > from && hasLineBreak(text, tokens.get(i - 1).end(), token.start());
      if (turn || broken) {
        segments.add(new Segment(from, i));
        from = i;
      }
      boolean comma = token.norm().equals(",") && i - from >= 3 && tokens.size() - i > 3;
      boolean clause = comma && !isList(tokens, i);
      boolean sentence = ENDS.contains(token.norm()) && !isInsideWord(text, token);
      if (clause || sentence) {
        segments.add(new Segment(from, i + 1));
        from = i + 1;
      }
    }
    if (from < tokens.size()) {
      segments.add(new Segment(from, tokens.size()));
    }
    return segments;
  }

  /** Whether another comma or an "and" follows so closely that words are being listed. */
  private static boolean isList(List<Token> tokens, int comma) {
    for (int i = comma + 1; i < Math.min(tokens.size(), comma + 4); i++) {
      String word = tokens.get(i).norm();
      if (word.equals(",") || word.equals("and") || ENDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLineBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static boolean isInsideWord(String text, Token token) {
    return token.start() > 0
        && token.end() < text.length()
        && Character.isLetterOrDigit(text.charAt(token.start() - 1))
        && Character.isLetterOrDigit(text.charAt(token.end()));
  }
}
