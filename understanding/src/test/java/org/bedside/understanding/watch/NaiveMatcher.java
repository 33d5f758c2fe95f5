package org.bedside.understanding.watch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.understanding.Post;

/**
 * What a query means, said as directly as possible and as slowly as need be: every pair, every
 * window, every position is tried. Shares only {@link Query} and the key prefixes with the matcher
 * that it is held against.
 */
final class NaiveMatcher {

  /** Words by themselves: letters of scripts without spaces, and pictures. */
  private static final String LONE_LETTER =
      "[[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]"
          + "&&\\p{L}]";

  private static final String PICTURE =
      "[[\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}]&&[\\x{2190}-\\x{10FFFF}]]";
  private static final String LETTER = "(?:(?!" + LONE_LETTER + ")[\\p{L}\\p{N}])";
  private static final String JOINS =
      "(?:(?!" + LONE_LETTER + ")[\\p{L}\\p{N}\\p{M}_[\\p{Cf}&&[^\\x{200B}]]])";
  private static final String RUNS = "(?:" + JOINS + "|" + LONE_LETTER + ")";

  private static final Pattern WORD =
      Pattern.compile(
          "(?:" + LONE_LETTER + "|" + PICTURE + ")\\p{M}*|(?:_|" + LETTER + ")" + JOINS + "*");
  private static final Pattern ALONE = Pattern.compile(LONE_LETTER + ".*|" + PICTURE + ".*");
  private static final Pattern JOINING = Pattern.compile(JOINS);
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<!" + JOINS + ")[#@](_*(?:" + LETTER + "|" + LONE_LETTER + ")" + RUNS + "*)");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<!JOINS)@_*(?:LETTER|LONE)RUNS*(?:[.-]RUNS+)*(?:@RUNS+(?:[.-]RUNS+)*)?"
              .replace("JOINS", JOINS)
              .replace("LETTER", LETTER)
              .replace("LONE", LONE_LETTER)
              .replace("RUNS", RUNS));
  private static final Pattern HOST = Pattern.compile("(?:" + RUNS + "|[.-])+");
  private static final Pattern TRACELESS =
      Pattern.compile(
          "[\\u0300-\\u036F\\u0483-\\u0489\\u0591-\\u05C7\\u064B-\\u065F\\uFE0F\\p{Cf}]");

  /** A stretch of positions, and the key found there. */
  record Place(String key, int first, int last) {}

  private final Post post;
  private final List<Place> places = new ArrayList<>();
  private final List<int[]> spans = new ArrayList<>();
  private final Map<String, List<Place>> found = new HashMap<>();
  private int position;

  NaiveMatcher(Post post) {
    this.post = post;
    readText(post.text());
    readWords(Keys.AUTHOR, post.author());
    readWords(Keys.SOURCE, post.source());
    if (post.url() != null) {
      String host = post.url().replaceFirst("^\\w+://", "").replaceFirst("[/:?#].*", "");
      while (!host.isEmpty()) {
        value(Keys.SITE + host.toLowerCase(Locale.ROOT));
        host = host.contains(".") ? host.substring(host.indexOf('.') + 1) : "";
      }
    }
    if (post.lang() != null) {
      String tag = post.lang().toLowerCase(Locale.ROOT);
      value(Keys.LANG + tag);
      value(Keys.LANG + tag.split("-")[0]);
    }
    if (post.country() != null) {
      value(Keys.COUNTRY + post.country().toLowerCase(Locale.ROOT));
    }
  }

  private void value(String key) {
    position++;
    places.add(new Place(key, position, position));
  }

  private static String fold(String text) {
    if (ALONE.matcher(text).matches()) {
      return TRACELESS.matcher(text).replaceAll("");
    }
    String plain =
        TRACELESS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("œ", "oe")
        .replace("ł", "l")
        .replace('ς', 'σ');
  }

  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      while (start < end && text.charAt(start) == '_') {
        start++;
      }
      while (end > start && text.charAt(end - 1) == '_') {
        end--;
      }
      if (start < end) {
        words.add(new int[] {start, end});
      }
    }
    return words;
  }

  private void readText(String text) {
    for (int[] word : words(text)) {
      places.add(new Place(fold(text.substring(word[0], word[1])), position, position));
      spans.add(word);
      position++;
    }
    Set<Place> laidOver = new LinkedHashSet<>();
    Matcher marked = MARKED.matcher(text);
    while (marked.find()) {
      lay(
          laidOver,
          marked.group().substring(0, 1) + fold(marked.group(1)),
          marked.start(),
          marked.end());
    }
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      lay(laidOver, fold(address.group()), address.start(), address.end());
    }
    Matcher host = HOST.matcher(text);
    while (host.find()) {
      int from = host.start();
      for (String piece : host.group().split("(?<=\\.)(?=\\.)")) {
        int start = from;
        int end = from + piece.length();
        from = end;
        while (start < end && ".-".indexOf(text.charAt(start)) >= 0) {
          start++;
        }
        while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        if (text.substring(start, end).matches(".*\\.\\p{L}{2,}")) {
          while (text.substring(start, end).contains(".")) {
            lay(laidOver, "." + fold(text.substring(start, end)), start, end);
            start = text.indexOf('.', start) + 1;
          }
        }
      }
    }
    places.addAll(laidOver);
    position++;
  }

  private void lay(Collection<Place> to, String key, int start, int end) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i)[0] >= start && spans.get(i)[1] <= end) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0) {
      to.add(new Place(key, first, last));
    }
  }

  private void readWords(String prefix, @org.jspecify.annotations.Nullable String value) {
    position++;
    if (value != null) {
      for (int[] word : words(value)) {
        places.add(new Place(prefix + fold(value.substring(word[0], word[1])), position, position));
        position++;
      }
    }
  }

  boolean matches(Query query) {
    return switch (query) {
      case Query.All all -> all.parts().stream().allMatch(this::matches);
      case Query.Any any -> any.parts().stream().anyMatch(this::matches);
      case Query.Not not -> !matches(not.part());
      case Query.Rating range ->
          post.rating() != null && post.rating() >= range.least() && post.rating() <= range.most();
      case Query.Raw raw -> !rawStarts(raw.literal()).isEmpty();
      case Query.Phrase _, Query.Window _, Query.Near _ -> !stretches(query).isEmpty();
    };
  }

  private List<Integer> rawStarts(String literal) {
    List<Integer> starts = new ArrayList<>();
    String text = post.text();
    for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
      int end = at + literal.length();
      boolean half = splits(text, at) || splits(text, end);
      boolean before = at > 0 && joins(text.codePointBefore(at)) && joins(text.codePointAt(at));
      boolean after =
          end < text.length() && joins(text.codePointBefore(end)) && joins(text.codePointAt(end));
      if (!half && !before && !after) {
        starts.add(at);
      }
    }
    return starts;
  }

  private static boolean splits(String text, int at) {
    return at > 0 && at < text.length() && text.codePointBefore(at + 1) > 0xFFFF;
  }

  private static boolean joins(int codePoint) {
    return JOINING.matcher(Character.toString(codePoint)).matches();
  }

  private List<Place> found(String atom) {
    return found.computeIfAbsent(atom, this::find);
  }

  private List<Place> find(String atom) {
    if (!atom.contains("*")) {
      return places.stream().filter(place -> place.key().equals(atom)).toList();
    }
    Pattern pattern = Pattern.compile(Pattern.quote(atom).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    return places.stream().filter(place -> pattern.matcher(place.key()).matches()).toList();
  }

  private Set<List<Integer>> stretches(Query query) {
    Set<List<Integer>> found = new HashSet<>();
    switch (query) {
      case Query.Any any -> any.parts().forEach(part -> found.addAll(stretches(part)));
      case Query.Phrase phrase -> phrase(phrase.atoms(), found);
      case Query.Window window -> window(window, found);
      case Query.Near near -> near(near, found);
      case Query.Raw raw -> {
        for (int start : rawStarts(raw.literal())) {
          for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i)[0] == start + raw.lead()) {
              found.add(List.of(i, i + raw.atoms().size() - 1));
            }
          }
        }
      }
      case Query.All _, Query.Not _, Query.Rating _ -> throw new AssertionError();
    }
    return found;
  }

  private void phrase(List<String> atoms, Set<List<Integer>> found) {
    if (atoms.size() == 1) {
      found(atoms.getFirst()).forEach(place -> found.add(List.of(place.first(), place.last())));
      return;
    }
    List<Set<Integer>> firsts =
        atoms.stream()
            .map(atom -> Set.copyOf(found(atom).stream().map(Place::first).toList()))
            .toList();
    for (int at = 0; at <= position; at++) {
      boolean all = true;
      for (int i = 0; i < atoms.size(); i++) {
        all &= firsts.get(i).contains(at + i);
      }
      if (all) {
        found.add(List.of(at, at + atoms.size() - 1));
      }
    }
  }

  private void window(Query.Window window, Set<List<Integer>> found) {
    Set<List<Integer>> wide = new HashSet<>();
    for (int from = 0; from <= position; from++) {
      for (int to = from; to < from + window.atoms().size() + window.between(); to++) {
        int first = from;
        int last = to;
        boolean all = true;
        for (String atom : Set.copyOf(window.atoms())) {
          long needed = window.atoms().stream().filter(atom::equals).count();
          long here =
              found(atom).stream()
                  .filter(place -> place.first() >= first && place.first() <= last)
                  .count();
          all &= here >= needed;
        }
        if (all) {
          wide.add(List.of(from, to));
        }
      }
    }
    shortest(wide, found);
  }

  private void near(Query.Near near, Set<List<Integer>> found) {
    Set<List<Integer>> wide = new HashSet<>();
    for (List<Integer> left : stretches(near.left())) {
      for (List<Integer> right : stretches(near.right())) {
        int gap = right.getFirst() - left.getLast() - 1;
        if (gap >= 0 && gap <= near.between()) {
          wide.add(List.of(left.getFirst(), right.getLast()));
        }
        int back = left.getFirst() - right.getLast() - 1;
        if (!near.ordered() && back >= 0 && back <= near.between()) {
          wide.add(List.of(right.getFirst(), left.getLast()));
        }
      }
    }
    shortest(wide, found);
  }

  private static void shortest(Set<List<Integer>> wide, Set<List<Integer>> found) {
    for (List<Integer> one : wide) {
      boolean holdsAnother =
          wide.stream()
              .anyMatch(
                  other ->
                      !other.equals(one)
                          && other.getFirst() >= one.getFirst()
                          && other.getLast() <= one.getLast());
      if (!holdsAnother) {
        found.add(one);
      }
    }
  }
}
