package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.guard.Token.Kind;

/** Splits a reply into words and sentences, one pass, every offset kept. */
final class Tokens {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "dr", "dra", "mr", "mrs", "ms", "sr", "sra", "srta", "st", "no", "ext", "a", "p", "m",
          "tel");

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int sentence;

  private Tokens(String text) {
    this.text = text;
  }

  /** The words as written; see {@link Spelling} for what they stand for. */
  static List<Token> of(String text) {
    var tokens = new Tokens(text);
    tokens.scan();
    return tokens.found;
  }

  private void scan() {
    int at = 0;
    while (at < text.length()) {
      int next = contactEnd(at);
      if (next > at) {
        add(text.substring(at, next), at, next, Kind.CONTACT);
        at = next;
        continue;
      }
      int codePoint = text.codePointAt(at);
      if (isWordPart(codePoint)) {
        at = word(at);
      } else {
        boundary(codePoint, at);
        at += Character.charCount(codePoint);
      }
    }
  }

  private void boundary(int codePoint, int at) {
    boolean ends =
        codePoint == '!'
            || codePoint == '?'
            || codePoint == '\n'
            || codePoint == ';'
            || codePoint == '…';
    if (codePoint == '.') {
      boolean inside = at + 1 < text.length() && isWordPart(text.codePointAt(at + 1));
      String last = found.isEmpty() ? "" : found.getLast().word();
      ends = !inside && !(ABBREVIATIONS.contains(last) && found.getLast().end() == at);
    }
    if (ends && !found.isEmpty() && found.getLast().sentence() == sentence) {
      sentence++;
    }
  }

  private int word(int from) {
    var folded = new StringBuilder();
    int at = from;
    boolean digits = true;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      String part = Folding.fold(codePoint);
      boolean apostrophe = part.equals("'") && at > from;
      boolean joined =
          (codePoint == '$' || codePoint == '@' || codePoint == '*')
              && at > from
              && at + 1 < text.length()
              && Character.isLetter(text.charAt(at + 1))
              && !digits;
      if (!isWordPart(codePoint) && !apostrophe && !joined) {
        break;
      }
      if (Character.isLetter(codePoint)) {
        digits = false;
      }
      folded.append(part);
      at += Character.charCount(codePoint);
    }
    int end = at;
    while (end > from + 1 && Folding.fold(text.charAt(end - 1)).equals("'")) {
      end--;
      folded.setLength(folded.length() - 1);
    }
    if (!folded.isEmpty()) {
      add(folded.toString(), from, end, digits ? Kind.NUMBER : Kind.WORD);
    }
    return at;
  }

  private void add(String word, int start, int end, Kind kind) {
    if (kind != Kind.WORD) {
      found.add(new Token(word, start, end, sentence, kind));
      return;
    }
    for (String part : Contractions.expand(word)) {
      found.add(new Token(part, start, end, sentence, kind));
    }
  }

  /** The end of an address or telephone number that starts here, or {@code at} where none does. */
  private int contactEnd(int at) {
    char first = text.charAt(at);
    boolean atStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    if (!atStart) {
      return at;
    }
    if (Character.isLetterOrDigit(first)) {
      int end = at;
      boolean address = false;
      while (end < text.length() && end - at < 254 && isAddressPart(text.charAt(end))) {
        address |= text.charAt(end) == '@' || text.charAt(end) == '/';
        end++;
      }
      while (end > at
          && !Character.isLetterOrDigit(text.charAt(end - 1))
          && text.charAt(end - 1) != '/') {
        end--;
      }
      if (Contacts.isAddress(text, at, end, address)) {
        return end;
      }
    }
    if (Character.isDigit(first) || first == '(' || first == '+') {
      return Contacts.telephoneEnd(text, at);
    }
    return at;
  }

  private static boolean isAddressPart(char c) {
    return Character.isLetterOrDigit(c) || "@._-+%/:?=&#~".indexOf(c) >= 0;
  }

  private static boolean isWordPart(int codePoint) {
    if (Character.isLetterOrDigit(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.ENCLOSING_MARK;
  }
}
