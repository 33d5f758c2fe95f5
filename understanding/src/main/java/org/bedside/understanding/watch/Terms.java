package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.understanding.WatchSyntaxException;
import org.bedside.understanding.watch.QueryLexer.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads one term of a query: a word, a phrase, a tag, a handle, a domain, or the value of a field.
 */
final class Terms {

  private static final Pattern RANGE = Pattern.compile("(<=|>=|<|>|=)?(\\d{1,6}(?:\\.\\d{1,6})?)");
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\.\\.(\\d{1,6}(?:\\.\\d{1,6})?)");
  private static final Pattern TAG = Pattern.compile("[a-z0-9]{1,8}(-[a-z0-9]{1,8})*");
  private static final Pattern HOST = Pattern.compile("[^\\s/:@.?#*]+(\\.[^\\s/:@.?#*]+)*");

  private static final int LONGEST_PATTERN = 100;

  private final WordScanner scanner = new WordScanner();

  /** Whether an atom is looked for in the text, not in a field. */
  static boolean isOfText(String atom) {
    return atom.charAt(0) != '\u0001';
  }

  Query read(Token token, @Nullable String outer) throws WatchSyntaxException {
    if (token.field() != null && outer != null) {
      throw new WatchSyntaxException(
          token.start(), "watch.nested-field", "A field can't stand inside another field.");
    }
    String field = token.field() != null ? token.field() : outer;
    if (field == null) {
      return text(token);
    }
    return switch (field) {
      case "author" -> words(token, Keys.AUTHOR);
      case "source" -> words(token, Keys.SOURCE);
      case "site", "url" -> site(token);
      case "lang" -> tag(token, Keys.LANG);
      case "country" -> country(token);
      case "rating" -> rating(token);
      case "raw" -> raw(token);
      default -> throw new AssertionError(field);
    };
  }

  private Query text(Token token) throws WatchSyntaxException {
    if (!token.quoted()) {
      checkOperators(token);
      String domain = domain(token.text());
      if (domain != null) {
        return new Query.Phrase(List.of(domain));
      }
    }
    return words(token, "");
  }

  private static void checkOperators(Token token) throws WatchSyntaxException {
    String text = token.text();
    if (text.length() > 1 && text.charAt(0) == '-' && Letters.joins(text.codePointAt(1))) {
      throw new WatchSyntaxException(
          token.start(), "watch.minus", "To leave a word out, write NOT before it, not a minus.");
    }
    int tilde = text.indexOf('~', 1);
    if (tilde > 0) {
      throw new WatchSyntaxException(
          token.start() + tilde,
          "watch.bad-slop",
          "~ belongs after a phrase in quotes, as in \"a b\"~5; for other endings write word*.");
    }
  }

  private Query words(Token token, String prefix) throws WatchSyntaxException {
    List<String> atoms = atoms(token, prefix);
    if (token.number() >= 0 && atoms.size() > 1) {
      return new Query.Window(List.copyOf(atoms), token.number());
    }
    return new Query.Phrase(List.copyOf(atoms));
  }

  private List<String> atoms(Token token, String prefix) throws WatchSyntaxException {
    char[] text = token.text().toCharArray();
    List<String> atoms = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      char mark = text[i];
      if (prefix.isEmpty() && Marks.begins(text, i, text.length)) {
        add(text, from, i, prefix, atoms);
        int end = Marks.end(text, i, text.length, true);
        if (!token.quoted() && Marks.isHandle(mark)) {
          end = Marks.endOfAddress(text, end, text.length);
        }
        atoms.add((Marks.isHandle(mark) ? Keys.HANDLE : Keys.TAG) + Marks.fold(text, i + 1, end));
        from = end;
        i = end - 1;
      }
    }
    add(text, from, text.length, prefix, atoms);
    if (atoms.isEmpty()) {
      throw noWords(token);
    }
    for (String atom : atoms) {
      checkStars(atom, prefix, token);
    }
    return atoms;
  }

  private void add(char[] text, int from, int to, String prefix, List<String> atoms) {
    scanner.scan(
        text,
        from,
        to,
        prefix,
        true,
        (word, length, _, _) -> atoms.add(new String(word, 0, length)));
  }

  private static void checkStars(String atom, String prefix, Token token)
      throws WatchSyntaxException {
    int first = prefix.length();
    if (first == 0 && (atom.charAt(0) == '#' || atom.charAt(0) == '@')) {
      first = 1;
    }
    if (Keys.isPattern(atom) && atom.length() > LONGEST_PATTERN) {
      throw new WatchSyntaxException(
          token.start(),
          "watch.long-pattern",
          "A word with an asterisk may have at most " + LONGEST_PATTERN + " letters.");
    }
    if (atom.charAt(first) == '*') {
      int star = token.text().indexOf('*');
      throw new WatchSyntaxException(
          token.textStart() + star,
          "watch.leading-star",
          "An asterisk needs at least one letter before it, as in nurs*.");
    }
  }

  private @Nullable String domain(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Letters.joins(text.charAt(from))) {
      from++;
    }
    while (to > from && !Letters.joins(text.charAt(to - 1))) {
      to--;
    }
    char[] chars = text.toCharArray();
    if (from > 0 && (chars[from - 1] == '@' || chars[from - 1] == '#')) {
      return null;
    }
    return Hosts.isDomain(chars, from, to) ? Keys.DOMAIN + Marks.fold(chars, from, to) : null;
  }

  private static Query site(Token token) throws WatchSyntaxException {
    noSlop(token);
    String host = token.text().toLowerCase(Locale.ROOT);
    host = host.replaceFirst("^https?://", "").replaceFirst("/$", "");
    if (host.length() > Keys.LONGEST_HOST || !HOST.matcher(host).matches()) {
      throw new WatchSyntaxException(
          token.textStart(),
          "watch.bad-site",
          "A site is a host name such as example.org, without path and asterisk.");
    }
    return new Query.Phrase(List.of(Keys.SITE + host));
  }

  private static Query tag(Token token, String prefix) throws WatchSyntaxException {
    noSlop(token);
    String tag = token.text().toLowerCase(Locale.ROOT).replace('_', '-');
    if (tag.length() > 35 || !TAG.matcher(tag).matches()) {
      throw new WatchSyntaxException(
          token.textStart(), "watch.bad-lang", "A language is a code such as en or pt-BR.");
    }
    return new Query.Phrase(List.of(prefix + tag));
  }

  private static Query country(Token token) throws WatchSyntaxException {
    noSlop(token);
    String code = token.text().toLowerCase(Locale.ROOT);
    if (code.length() != 2 || !code.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      throw new WatchSyntaxException(
          token.textStart(), "watch.bad-country", "A country is a code of two letters such as US.");
    }
    return new Query.Phrase(List.of(Keys.COUNTRY + code));
  }

  private static Query rating(Token token) throws WatchSyntaxException {
    noSlop(token);
    Matcher span = SPAN.matcher(token.text());
    if (span.matches()) {
      double least = Double.parseDouble(span.group(1));
      double most = Double.parseDouble(span.group(2));
      if (least <= most) {
        return new Query.Rating(least, most);
      }
    }
    Matcher range = RANGE.matcher(token.text());
    if (!range.matches()) {
      throw new WatchSyntaxException(
          token.textStart(),
          "watch.bad-rating",
          "A rating is a number or a range, as in rating:1, rating:<=2 or rating:1..2.");
    }
    double stars = Double.parseDouble(range.group(2));
    String operator = range.group(1) == null ? "=" : range.group(1);
    return switch (operator) {
      case "<" -> new Query.Rating(Double.NEGATIVE_INFINITY, Math.nextDown(stars));
      case "<=" -> new Query.Rating(Double.NEGATIVE_INFINITY, stars);
      case ">" -> new Query.Rating(Math.nextUp(stars), Double.POSITIVE_INFINITY);
      case ">=" -> new Query.Rating(stars, Double.POSITIVE_INFINITY);
      default -> new Query.Rating(stars, stars);
    };
  }

  private Query raw(Token token) throws WatchSyntaxException {
    noSlop(token);
    String literal = token.text();
    List<String> atoms = new ArrayList<>();
    int[] lead = {0};
    scanner.scan(
        literal.toCharArray(),
        0,
        literal.length(),
        "",
        false,
        (word, length, start, _) -> {
          lead[0] = atoms.isEmpty() ? start : lead[0];
          atoms.add(new String(word, 0, length));
        });
    if (!atoms.isEmpty()) {
      return new Query.Raw(literal, List.copyOf(atoms), lead[0]);
    }
    boolean sign = literal.codePoints().anyMatch(Marks::isSign);
    if (!sign) {
      throw noWords(token);
    }
    return new Query.Raw(literal, List.of(), 0);
  }

  private static WatchSyntaxException noWords(Token token) {
    return new WatchSyntaxException(
        token.start(), "watch.no-words", "There is no word in this to search for.");
  }

  private static void noSlop(Token token) throws WatchSyntaxException {
    if (token.number() >= 0) {
      throw new WatchSyntaxException(
          token.start(), "watch.bad-slop", "~ belongs after a phrase of words.");
    }
  }
}
