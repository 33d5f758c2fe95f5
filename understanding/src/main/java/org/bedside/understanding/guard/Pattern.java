package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A turn of phrase over the words of one sentence.
 *
 * <p>Written as elements between spaces: a word; {@code a|b} either; {@code @class} any word of a
 * class; {@code ref~} words that start so; {@code word?} may be missing; {@code !a|b} any word but
 * these; {@code *3} up to three words of any kind; {@code #} a number; {@code ^} and {@code $} the
 * sentence's start and end. Gaps are bounded, so matching costs a constant for each word.
 */
record Pattern(List<Element> elements) {

  /** One place in the pattern. */
  record Element(
      Set<String> words, List<String> stems, Shape shape, boolean optional, boolean not, int gap) {

    boolean accepts(Token token) {
      boolean hit =
          (shape == Shape.NUMBER && token.kind() == Token.Kind.NUMBER)
              || (shape == Shape.CONTACT && token.kind() == Token.Kind.CONTACT)
              || words.contains(token.word())
              || stems.stream().anyMatch(token.word()::startsWith);
      return hit != not;
    }
  }

  enum Shape {
    WORD,
    NUMBER,
    CONTACT,
    GAP,
    START,
    END
  }

  static Pattern parse(String written, Map<String, Set<String>> classes) {
    var elements = new ArrayList<Element>();
    for (String part : written.strip().split(" +")) {
      elements.add(element(part, classes));
    }
    return new Pattern(List.copyOf(elements));
  }

  private static Element element(String written, Map<String, Set<String>> classes) {
    if (written.equals("^")) {
      return new Element(Set.of(), List.of(), Shape.START, false, false, 0);
    }
    if (written.equals("$")) {
      return new Element(Set.of(), List.of(), Shape.END, false, false, 0);
    }
    if (written.startsWith("*")) {
      return new Element(
          Set.of(), List.of(), Shape.GAP, false, false, Integer.parseInt(written.substring(1)));
    }
    boolean optional = written.endsWith("?");
    boolean not = written.startsWith("!");
    String body = written.substring(not ? 1 : 0, written.length() - (optional ? 1 : 0));
    var words = new HashSet<String>();
    var stems = new ArrayList<String>();
    Shape shape = Shape.WORD;
    for (String choice : body.split("\\|")) {
      if (choice.equals("#")) {
        shape = Shape.NUMBER;
      } else if (choice.equals("#contact")) {
        shape = Shape.CONTACT;
      } else if (choice.startsWith("@")) {
        Set<String> members = classes.get(choice.substring(1));
        if (members == null) {
          throw new IllegalStateException("no class " + choice);
        }
        words.addAll(members);
      } else if (choice.endsWith("~")) {
        stems.add(choice.substring(0, choice.length() - 1));
      } else {
        words.add(choice);
      }
    }
    return new Element(Set.copyOf(words), List.copyOf(stems), shape, optional, not, 0);
  }

  /** The words that can stand first, or empty when any word can. */
  Set<String> firstWords() {
    Element first = elements.getFirst();
    boolean fixed =
        first.shape() == Shape.WORD && !first.optional() && !first.not() && first.stems().isEmpty();
    return fixed ? first.words() : Set.of();
  }

  /** The index after the last word of a match that begins at {@code from}; -1 without one. */
  int matchEnd(List<Token> tokens, int from) {
    return match(tokens, from, tokens.get(from).sentence(), 0);
  }

  private int match(List<Token> tokens, int at, int sentence, int index) {
    if (index == elements.size()) {
      return at;
    }
    Element element = elements.get(index);
    boolean inside = at < tokens.size() && tokens.get(at).sentence() == sentence;
    return switch (element.shape()) {
      case START ->
          at == 0 || tokens.get(at - 1).sentence() != sentence
              ? match(tokens, at, sentence, index + 1)
              : -1;
      case END -> inside ? -1 : match(tokens, at, sentence, index + 1);
      case GAP -> gap(tokens, at, sentence, index, element.gap());
      case WORD, NUMBER, CONTACT -> {
        if (inside && element.accepts(tokens.get(at))) {
          int end = match(tokens, at + 1, sentence, index + 1);
          if (end >= 0) {
            yield end;
          }
        }
        yield element.optional() ? match(tokens, at, sentence, index + 1) : -1;
      }
    };
  }

  private int gap(List<Token> tokens, int at, int sentence, int index, int most) {
    for (int skipped = 0; skipped <= most; skipped++) {
      int next = at + skipped;
      if (skipped > 0 && (next > tokens.size() || tokens.get(next - 1).sentence() != sentence)) {
        return -1;
      }
      int end = match(tokens, next, sentence, index + 1);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }
}
