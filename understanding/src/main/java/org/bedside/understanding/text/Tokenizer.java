package org.bedside.understanding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.understanding.text.Token.Kind;

/**
 * Cuts a post into tokens in one pass over its code points. No expression is matched and nothing is
 * looked at twice beyond a few characters, so time is linear whatever the text holds.
 */
public final class Tokenizer {

  private static final int LONGEST_NORM = 64;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text) {
    this.text = text;
  }

  /** Gives the tokens of {@code text} in order; they never overlap and never split a character. */
  public static List<Token> tokens(String text) {
    var tokenizer = new Tokenizer(text);
    int at = 0;
    while (at < text.length()) {
      at = tokenizer.next(at);
    }
    return tokenizer.tokens;
  }

  private int next(int at) {
    int point = text.codePointAt(at);
    int after = at + Character.charCount(point);
    if (isSpace(point)) {
      return after;
    }
    if (isUrlAt(at)) {
      return add(at, endOfUrl(at), Kind.URL, "<url>");
    }
    if (point == '@' && after < text.length() && isHandlePart(text.codePointAt(after))) {
      return add(at, endOfHandle(after), Kind.MENTION, "<user>");
    }
    if (point == '#' && after < text.length() && Character.isLetter(text.codePointAt(after))) {
      return word(at, after, Kind.HASHTAG);
    }
    if (point == '&') {
      int entity = endOfEntity(at);
      if (entity > 0) {
        return add(at, entity, Kind.PUNCTUATION, text.substring(at, entity));
      }
    }
    if (Emoticons.startsAt(text, at)) {
      int end = Emoticons.end(text, at);
      return add(at, end, Kind.EMOTICON, Emoticons.norm(text, at, end));
    }
    if (isStandalone(point)) {
      return add(at, after, Kind.WORD, text.substring(at, after));
    }
    if (Character.isLetter(point)) {
      return word(at, at, Kind.WORD);
    }
    if (Character.isDigit(point)) {
      return number(at);
    }
    if (Emoji.isEmoji(point)) {
      return add(at, Emoji.end(text, after), Kind.EMOJI, Character.toString(point));
    }
    if (Character.getType(point) == Character.NON_SPACING_MARK || Emoji.isJoinerOrModifier(point)) {
      return after;
    }
    return punctuation(at, point);
  }

  private int add(int start, int end, Kind kind, String norm) {
    tokens.add(new Token(start, end, kind, norm, false, false));
    return end;
  }

  private int word(int start, int from, Kind kind) {
    var norm = new StringBuilder();
    int at = from;
    int run = 0;
    int previous = -1;
    int letters = 0;
    int capitals = 0;
    boolean stretched = false;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int width = Character.charCount(point);
      if (isApostrophe(point) && isLetterAt(at + width)) {
        point = '\'';
      } else if (isMark(point)) {
        if (previous >= 0x370 && norm.length() < LONGEST_NORM) {
          norm.appendCodePoint(point);
        }
        at += width;
        continue;
      } else if (!(Character.isLetterOrDigit(point) || point == '_') || isStandalone(point)) {
        break;
      }
      at += width;
      letters += Character.isLetter(point) ? 1 : 0;
      capitals += Character.isUpperCase(point) ? 1 : 0;
      int lower = Character.isDigit(point) ? '0' : Character.toLowerCase(point);
      run = lower == previous ? run + 1 : 1;
      previous = lower;
      if (run > 2 && lower != '0') {
        stretched = true;
      } else if (norm.length() < LONGEST_NORM) {
        norm.appendCodePoint(lower);
      }
    }
    if (kind == Kind.WORD && norm.length() == 4 && "http".contentEquals(norm)) {
      return add(start, at, Kind.URL, "<url>");
    }
    tokens.add(
        new Token(
            start,
            at,
            kind,
            (kind == Kind.HASHTAG ? "#" : "") + norm,
            stretched,
            capitals > 1 && capitals == letters));
    return at;
  }

  private int number(int start) {
    var norm = new StringBuilder();
    int at = start;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int width = Character.charCount(point);
      boolean joins = point == '.' || point == ',' || point == ':' || point == '/';
      if (joins && !(at + 1 < text.length() && Character.isDigit(text.codePointAt(at + 1)))) {
        break;
      }
      if (!joins && !Character.isLetterOrDigit(point)) {
        break;
      }
      if (norm.length() < LONGEST_NORM) {
        norm.appendCodePoint(Character.isDigit(point) ? '0' : Character.toLowerCase(point));
      }
      at += width;
    }
    return add(start, at, Kind.NUMBER, norm.toString());
  }

  private int punctuation(int start, int point) {
    int at = start + Character.charCount(point);
    while (at < text.length() && text.codePointAt(at) == point) {
      at += Character.charCount(point);
    }
    String mark = Character.toString(point);
    boolean repeated = at - start > mark.length();
    return add(start, at, Kind.PUNCTUATION, repeated ? mark + mark : mark);
  }

  private boolean isUrlAt(int at) {
    return text.startsWith("http://", at)
        || text.startsWith("https://", at)
        || text.startsWith("www.", at);
  }

  private int endOfUrl(int at) {
    int end = at;
    while (end < text.length() && !isSpace(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int endOfHandle(int at) {
    int end = at;
    while (end < text.length() && isHandlePart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int endOfEntity(int at) {
    int limit = Math.min(text.length(), at + 8);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > at + 1 ? i + 1 : -1;
      }
      if (!(c >= 'a' && c <= 'z') && c != '#' && !(c >= '0' && c <= '9')) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isLetterAt(int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  private static boolean isHandlePart(int point) {
    return Character.isLetterOrDigit(point) || point == '_';
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '\u2019' || point == '`';
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || (Character.getType(point) == Character.FORMAT && point != 0x200D);
  }

  /** Scripts written without spaces: each character is a token of its own. */
  private static boolean isStandalone(int point) {
    return point >= 0x0E00
        && (point <= 0x0EFF
            || (point >= 0x3040 && point <= 0x30FF)
            || (point >= 0x3400 && point <= 0x9FFF)
            || (point >= 0x20000 && point <= 0x3FFFF))
        && Character.isLetter(point);
  }

  /** The form of a single word that {@link #tokens} would give, for dictionaries. */
  public static String norm(String word) {
    List<Token> tokens = tokens(word);
    return tokens.size() == 1 ? tokens.getFirst().norm() : word.toLowerCase(Locale.ROOT);
  }
}
