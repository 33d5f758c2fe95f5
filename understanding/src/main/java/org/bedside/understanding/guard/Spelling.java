package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Undoes what hides a word from a rule: letters set apart ({@code y o u r}), digits for letters
 * ({@code v1sit}), and one slip of the keyboard in a longer word.
 */
final class Spelling {

  private static final int SHORTEST_REPAIRED = 5;

  private static final Set<String> SPACED_COMPOUNDS =
      Set.of("xray", "xrays", "csection", "checkup", "followup", "copay", "noshow", "ctscan");

  private final Set<String> vocabulary;
  private final Map<String, String> oneLetterOff = new HashMap<>();

  Spelling(Set<String> vocabulary) {
    this.vocabulary = vocabulary;
    vocabulary.stream().sorted().forEach(this::fileDeletions);
  }

  private void fileDeletions(String word) {
    if (word.length() >= SHORTEST_REPAIRED) {
      deletions(word).forEach(key -> oneLetterOff.put(key, word));
    }
  }

  private static Set<String> deletions(String word) {
    var keys = new HashSet<String>();
    keys.add(word);
    for (int i = 0; i < word.length(); i++) {
      keys.add(word.substring(0, i) + word.substring(i + 1));
    }
    return keys;
  }

  List<Token> repair(String text, List<Token> tokens) {
    var joined = join(text, tokens);
    var repaired = new ArrayList<Token>(joined.size());
    for (Token token : joined) {
      repaired.add(
          token.kind() == Token.Kind.WORD ? token.withWord(repaired(token.word())) : token);
    }
    return repaired;
  }

  private String repaired(String word) {
    if (vocabulary.contains(word) || word.length() > 30) {
      return word;
    }
    String plain = lettersForDigits(word);
    if (vocabulary.contains(plain)) {
      return plain;
    }
    String single = withoutRepeats(plain);
    if (vocabulary.contains(single)) {
      return single;
    }
    if (plain.length() < SHORTEST_REPAIRED - 1) {
      return word;
    }
    String best = null;
    for (String key : deletions(plain)) {
      String candidate = oneLetterOff.get(key);
      if (candidate != null
          && near(plain, candidate)
          && (best == null || candidate.compareTo(best) < 0)) {
        best = candidate;
      }
    }
    return best == null ? word : best;
  }

  /** A first letter is seldom mistyped, and an inflected form isn't a slip. */
  private static boolean near(String word, String candidate) {
    return candidate.charAt(0) == word.charAt(0)
        && Math.abs(candidate.length() - word.length()) <= 1
        && candidate.length() >= SHORTEST_REPAIRED;
  }

  private static String lettersForDigits(String word) {
    boolean mixed =
        word.chars().anyMatch(Character::isLetter)
            && word.chars().anyMatch(c -> "013457$@!".indexOf(c) >= 0);
    if (!mixed) {
      return word;
    }
    return word.replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('$', 's')
        .replace('@', 'a')
        .replace("*", "");
  }

  private static String withoutRepeats(String word) {
    var single = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        single.append(word.charAt(i));
      }
    }
    return single.toString();
  }

  private List<Token> join(String text, List<Token> tokens) {
    var joined = new ArrayList<Token>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      while (end < tokens.size()
          && isLetter(tokens.get(end))
          && (end == at || adjoins(text, tokens, end))) {
        end++;
      }
      if (end - at >= 4) {
        joined.addAll(split(tokens.subList(at, end)));
        at = end;
      } else if (at + 1 < tokens.size() && compound(text, tokens.get(at), tokens.get(at + 1))) {
        Token first = tokens.get(at);
        Token second = tokens.get(at + 1);
        joined.add(
            new Token(
                first.word() + second.word(),
                first.start(),
                second.end(),
                first.sentence(),
                Token.Kind.WORD));
        at += 2;
      } else {
        joined.add(tokens.get(at++));
      }
    }
    return joined;
  }

  private boolean compound(String text, Token first, Token second) {
    if (first.kind() != Token.Kind.WORD || second.kind() != Token.Kind.WORD) {
      return false;
    }
    int gap = second.start() - first.end();
    if (gap != 1 || first.sentence() != second.sentence()) {
      return false;
    }
    String both = first.word() + second.word();
    char between = text.charAt(first.end());
    return (between == '-' && vocabulary.contains(both))
        || (between == ' ' && SPACED_COMPOUNDS.contains(both));
  }

  private static boolean isLetter(Token token) {
    return token.end() - token.start() == 1 && token.kind() == Token.Kind.WORD;
  }

  private static boolean adjoins(String text, List<Token> tokens, int index) {
    int gap = tokens.get(index).start() - tokens.get(index - 1).end();
    return gap >= 0
        && gap <= 3
        && text.substring(tokens.get(index - 1).end(), tokens.get(index).start())
            .chars()
            .noneMatch(c -> c == '\n');
  }

  /** Cuts a run of single letters into the longest known words, from the left. */
  private List<Token> split(List<Token> letters) {
    var words = new ArrayList<Token>();
    int at = 0;
    while (at < letters.size()) {
      int end = longest(letters, at);
      Token first = letters.get(at);
      words.add(
          new Token(
              spelled(letters, at, end),
              first.start(),
              letters.get(end - 1).end(),
              first.sentence(),
              Token.Kind.WORD));
      at = end;
    }
    return words;
  }

  private int longest(List<Token> letters, int from) {
    for (int end = Math.min(letters.size(), from + 16); end > from + 1; end--) {
      if (vocabulary.contains(spelled(letters, from, end))) {
        return end;
      }
    }
    return from + 1;
  }

  private static String spelled(List<Token> letters, int from, int end) {
    var word = new StringBuilder();
    for (Token letter : letters.subList(from, end)) {
      word.append(letter.word().charAt(0));
    }
    return word.toString();
  }
}
