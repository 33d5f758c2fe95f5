package org.bedside.listening.x;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a watch and says it in the rule language of X. Never throws; linear in the watch. */
final class Translation {

  private static final int DEEPEST = 100;

  private final List<Words.Token> tokens;
  private int at;

  private Translation(List<Words.Token> tokens) {
    this.tokens = tokens;
  }

  static Said of(String watch) {
    return new Translation(Words.of(watch)).either("", 0);
  }

  private Said either(String field, int depth) {
    List<Said> parts = new ArrayList<>();
    parts.add(both(field, depth));
    while (is(Words.Kind.OR)) {
      at++;
      parts.add(both(field, depth));
    }
    return parts.size() == 1 ? parts.getFirst() : new Said.Either(parts);
  }

  private Said both(String field, int depth) {
    List<Said> parts = new ArrayList<>();
    while (at < tokens.size() && !is(Words.Kind.OR) && !is(Words.Kind.CLOSE)) {
      if (is(Words.Kind.AND)) {
        at++;
      } else {
        parts.add(one(field, depth));
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Said.Both(parts);
  }

  private Said one(String field, int depth) {
    boolean no = false;
    while (is(Words.Kind.NOT)) {
      no = !no;
      at++;
    }
    Said said = positive(field, depth);
    return no ? new Said.No(said) : said;
  }

  private Said positive(String field, int depth) {
    if (at >= tokens.size() || is(Words.Kind.OR) || is(Words.Kind.CLOSE)) {
      return new Said.Both(List.of());
    }
    Words.Token token = tokens.get(at++);
    return switch (token.kind()) {
      case TERM -> term(token, token.field().isEmpty() ? field : token.field());
      case FIELD -> is(Words.Kind.OPEN) ? positive(token.field(), depth) : new Said.Both(List.of());
      case OPEN -> {
        if (depth >= DEEPEST) {
          yield new Said.Both(List.of());
        }
        Said inside = either(field, depth + 1);
        if (is(Words.Kind.CLOSE)) {
          at++;
        }
        yield inside;
      }
      case AND, OR, NOT, CLOSE -> new Said.Both(List.of());
    };
  }

  private boolean is(Words.Kind kind) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  private static Said term(Words.Token token, String field) {
    return switch (field) {
      case "" -> token.quoted() ? phrase(token.text()) : word(token.text());
      case "raw" -> phrase(token.text().replace("\\\"", " "));
      case "author" -> author(token.text());
      case "lang" -> lang(token.text());
      // A post there has no stars and no country, and every one has the same site and source.
      default -> nothing();
    };
  }

  private static Said.Term nothing() {
    return new Said.Term("", false, false);
  }

  private static Said author(String written) {
    String name = written.startsWith("@") ? written.substring(1) : "";
    return isName(name) ? new Said.Term("from:" + name, true, true) : nothing();
  }

  private static Said lang(String written) {
    String tag = written.toLowerCase(Locale.ROOT);
    int end = tag.indexOf('-');
    String code = end < 0 ? tag : tag.substring(0, end);
    // X calls what it can't tell "und"; such a post may be in any language.
    return code.matches("[a-z]{2}")
        ? new Said.Term("(lang:" + code + " OR lang:und)", false, false)
        : nothing();
  }

  private static Said word(String written) {
    if (written.indexOf('*') >= 0) {
      return nothing();
    }
    if (written.startsWith("#")) {
      String tag = written.substring(1);
      return isLetters(tag) ? new Said.Term("#" + tag, true, true) : nothing();
    }
    if (written.startsWith("@")) {
      String name = written.substring(1);
      return isName(name) ? new Said.Term("@" + name, true, true) : nothing();
    }
    boolean domain = written.matches("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,6}");
    if (domain) {
      return new Said.Term("(\"" + written + "\" OR url:\"" + written + "\")", true, false);
    }
    return phrase(written);
  }

  /** Words side by side; where accents stand, also without, since X tells them apart. */
  private static Said phrase(String written) {
    boolean anyOrder = written.startsWith("~");
    List<String> words =
        Arrays.stream(written.split("[^\\p{L}\\p{N}\\p{M}_*\\p{So}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    boolean whole = words.stream().noneMatch(word -> word.indexOf('*') >= 0);
    List<String> kept = words.stream().filter(word -> word.indexOf('*') < 0).toList();
    if (kept.isEmpty()) {
      return nothing();
    }
    if (anyOrder || !whole) {
      return new Said.Both(kept.stream().map(word -> spelled(List.of(word))).toList());
    }
    return spelled(kept);
  }

  private static Said spelled(List<String> words) {
    String text = String.join(" ", words);
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return text.equals(plain)
        ? new Said.Term(quoted(text), true, true)
        : new Said.Term("(" + quoted(text) + " OR " + quoted(plain) + ")", true, false);
  }

  private static String quoted(String text) {
    boolean one = text.chars().allMatch(c -> Character.isLetterOrDigit(c));
    boolean operator = text.equals("OR") || text.equals("AND") || text.equals("NOT");
    return one && !operator ? text : "\"" + text + "\"";
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z0-9_]{1,15}");
  }

  private static boolean isLetters(String tag) {
    return !tag.isEmpty()
        && tag.length() <= 100
        && tag.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
