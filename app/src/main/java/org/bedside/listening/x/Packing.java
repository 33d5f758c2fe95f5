package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts what is watched for into few rules, each no longer than X takes. */
final class Packing {

  /** The least that any of its plans takes in a rule or a search. */
  static final int LONGEST = 512;

  /** Reposts are counted with the post, not heard as posts. */
  static final String NO_REPOSTS = " -is:retweet";

  /** The most that any of its plans takes. */
  static final int MOST = 1_000;

  private Packing() {}

  static List<String> packed(List<Said> branches) {
    Set<String> pieces = new LinkedHashSet<>();
    for (Said branch : branches) {
      String piece = fitting(branch);
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
    }
    List<String> rules = new ArrayList<>();
    StringBuilder rule = new StringBuilder();
    for (String piece : pieces) {
      String part = piece.indexOf(' ') < 0 || isGroup(piece) ? piece : "(" + piece + ")";
      if (!rule.isEmpty() && rule.length() + part.length() + 4 > room()) {
        rules.add("(" + rule + ")" + NO_REPOSTS);
        rule.setLength(0);
      }
      rule.append(rule.isEmpty() ? "" : " OR ").append(part);
    }
    if (!rule.isEmpty()) {
      rules.add("(" + rule + ")" + NO_REPOSTS);
    }
    return rules.size() > MOST ? rules.subList(0, MOST) : rules;
  }

  private static int room() {
    return LONGEST - NO_REPOSTS.length() - 4;
  }

  /** Whether its first parenthesis closes at its end. */
  private static boolean isGroup(String piece) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && i < piece.length() - 1) {
        return false;
      }
    }
    return piece.startsWith("(");
  }

  /** What is too long loses what narrows it, so that it lets through more and not less. */
  private static String fitting(Said said) {
    Said.Out whole = said.through();
    if (whole == null || !whole.alone()) {
      return "";
    }
    if (whole.text().length() <= room()) {
      return whole.text();
    }
    if (!(said instanceof Said.Both both)) {
      return "";
    }
    Said.Out best = null;
    for (Said part : both.parts()) {
      Said.Out out = part.through();
      if (out == null || !out.alone() || out.text().length() > room()) {
        continue;
      }
      if (best == null || out.text().length() > best.text().length()) {
        best = out;
      }
    }
    return best == null ? "" : best.text();
  }
}
