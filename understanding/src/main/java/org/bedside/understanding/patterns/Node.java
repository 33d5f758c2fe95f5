package org.bedside.understanding.patterns;

import java.util.List;
import java.util.Set;
import org.bedside.understanding.words.Words;

/**
 * One step of a compiled pattern, linked to the steps after it. {@code match} gives the index after
 * the last word matched, or -1. Every step looks at a bounded number of words, so that running a
 * pattern costs the same wherever it stands.
 */
sealed interface Node {

  int match(Words words, int at, int sentence);

  /** The end of a pattern. */
  record End() implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      return at;
    }
  }

  /** One word out of a set, or one with a given beginning. */
  record OneOf(Set<String> exact, List<String> prefixes, Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      if (at >= words.size() || words.sentence(at) != sentence || !accepts(words.form(at))) {
        return -1;
      }
      return next.match(words, at + 1, sentence);
    }

    private boolean accepts(String form) {
      if (exact.contains(form)) {
        return true;
      }
      for (String prefix : prefixes) {
        if (form.startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A word that starts with a digit. */
  record Digits(Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      if (at >= words.size()
          || words.sentence(at) != sentence
          || !Character.isDigit(words.form(at).codePointAt(0))) {
        return -1;
      }
      return next.match(words, at + 1, sentence);
    }
  }

  /** Any of several ways on; the first that leads to the end counts. */
  record Either(List<Node> ways) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      for (Node way : ways) {
        int end = way.match(words, at, sentence);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
  }

  /** Up to {@code most} words of any kind in the same sentence; as few as possible. */
  record Gap(int most, Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      for (int skipped = 0; skipped <= most; skipped++) {
        int end = next.match(words, at + skipped, sentence);
        if (end >= 0) {
          return end;
        }
        if (at + skipped >= words.size() || words.sentence(at + skipped) != sentence) {
          return -1;
        }
      }
      return -1;
    }
  }

  /** The rest may stand in the next sentence. */
  record Break(Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      return at < words.size() ? next.match(words, at, words.sentence(at)) : -1;
    }
  }

  /** The first word of a sentence. */
  record Start(Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      boolean first = at == 0 || words.sentence(at - 1) != words.sentence(at);
      return first ? next.match(words, at, sentence) : -1;
    }
  }

  /** The end of a sentence. */
  record Stop(Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      boolean last = at >= words.size() || words.sentence(at) != sentence;
      return last ? next.match(words, at, sentence) : -1;
    }
  }

  /** Not followed by this. */
  record Unless(Node what, Node next) implements Node {
    @Override
    public int match(Words words, int at, int sentence) {
      return what.match(words, at, sentence) >= 0 ? -1 : next.match(words, at, sentence);
    }
  }
}
