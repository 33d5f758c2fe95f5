package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.listening.connector.Target;

/** Puts what is watched for into few rules, each no longer than X takes. */
final class Packing {

  /** The least that any of its plans takes in a rule or a search. */
  static final int LONGEST = 512;

  /** Reposts are counted with the post, not heard as posts. */
  static final String NO_REPOSTS = " -is:retweet";

  private static final int ROOM = LONGEST - NO_REPOSTS.length() - 4;

  private final Map<String, Set<String>> pieces = new LinkedHashMap<>();
  private final List<String> unsaid = new ArrayList<>();
  private final List<String> partly = new ArrayList<>();

  private Packing() {}

  static Wanted of(List<Target.Watched> watches) {
    Packing packing = new Packing();
    watches.forEach(packing::add);
    return packing.packed();
  }

  private void add(Target.Watched watch) {
    Pieces said = Pieces.of(Translation.of(watch.query()), ROOM);
    for (String piece : said.all()) {
      pieces.computeIfAbsent(piece, key -> new LinkedHashSet<>()).add(watch.name());
    }
    if (said.all().isEmpty()) {
      unsaid.add(watch.name());
    } else if (!said.whole()) {
      partly.add(watch.name());
    }
  }

  private Wanted packed() {
    Map<String, Set<String>> rules = new LinkedHashMap<>();
    StringBuilder rule = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, Set<String>> entry : pieces.entrySet()) {
      String piece = entry.getKey();
      String part = piece.indexOf(' ') < 0 || isGroup(piece) ? piece : "(" + piece + ")";
      if (!rule.isEmpty() && rule.length() + part.length() + 4 > ROOM) {
        rules.put("(" + rule + ")" + NO_REPOSTS, Set.copyOf(names));
        rule.setLength(0);
        names.clear();
      }
      rule.append(rule.isEmpty() ? "" : " OR ").append(part);
      names.addAll(entry.getValue());
    }
    if (!rule.isEmpty()) {
      rules.put("(" + rule + ")" + NO_REPOSTS, Set.copyOf(names));
    }
    return new Wanted(rules, unsaid, partly);
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
}
