package org.bedside.understanding.about;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.about.Name.Need;
import org.bedside.understanding.identifiers.Gazetteer;

/**
 * The ways people name a hospital: St. Anne's Regional Medical Center is also St Annes, St Anne's
 * Hospital, SARMC, @stannesrmc.
 */
final class PlaceForms {

  /** What says that something is a hospital, and not which. */
  private static final Set<String> KINDS =
      Set.of(
          "hospital",
          "hospitals",
          "medical",
          "center",
          "clinic",
          "health",
          "healthcare",
          "system",
          "regional",
          "memorial",
          "general",
          "community",
          "university",
          "er",
          "emergency",
          "care",
          "campus",
          "district",
          "county",
          "inc",
          "llc",
          "corp",
          "ltd",
          "lp");

  /** What may follow the rest of a name in its place. */
  private static final Set<String> FOLLOW =
      Set.of(
          "hospital",
          "hospitals",
          "medical",
          "center",
          "clinic",
          "health",
          "healthcare",
          "er",
          "regional",
          "memorial",
          "general",
          "emergency",
          "campus",
          "nicu",
          "icu");

  private static final Set<String> LEGAL = Set.of("inc", "llc", "corp", "ltd", "lp");

  private final Set<String> common;
  private final Gazetteer lists = Gazetteer.shipped();

  PlaceForms(Set<String> common) {
    this.common = common;
  }

  static boolean follows(String form) {
    return FOLLOW.contains(form);
  }

  /** Hands on the words of each way, and what it takes; then what handles are made of. */
  void of(
      DirectoryEntry entry,
      String name,
      Places places,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    List<String> words = Spelling.words(name);
    List<String> letters = Spelling.letters(name);
    while (words.size() > 1 && LEGAL.contains(words.getLast())) {
      words.removeLast();
      letters.removeLast();
    }
    if (words.isEmpty()) {
      return;
    }
    Name whole = new Name(entry, whole(words), 0);
    ways.accept(words, whole);
    handle(words, letters, new Name(entry, Need.NOTHING, 0), handles);
    boolean hyphens = name.indexOf('-') >= 0 && words.size() > 1;
    if (hyphens || (words.size() > 1 && words.size() <= 4)) {
      ways.accept(List.of(String.join("", words)), whole);
    }
    initials(entry, words, ways, handles);
    rest(entry, words, letters, places, ways, handles);
  }

  private Need whole(List<String> words) {
    boolean weak =
        words.size() == 1
            ? common.contains(words.getFirst()) || words.getFirst().length() < 4
            : common.containsAll(words);
    return weak ? Need.CAPITALS : Need.NOTHING;
  }

  private void rest(
      DirectoryEntry entry,
      List<String> words,
      List<String> letters,
      Places places,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    int size = words.size();
    for (String place : places.of(entry)) {
      List<String> town = List.of(place.split(" "));
      if (size > town.size() && words.subList(size - town.size(), size).equals(town)) {
        size -= town.size();
        ways.accept(
            List.copyOf(words.subList(0, size)), new Name(entry, whole(words.subList(0, size)), 1));
      }
    }
    while (size > 0 && KINDS.contains(words.get(size - 1))) {
      size--;
    }
    if (size == 0 || (size == words.size() && size == 1)) {
      return;
    }
    List<String> rest = List.copyOf(words.subList(0, size));
    handle(rest, letters.subList(0, size), new Name(entry, Need.NOTHING, 1), handles);
    if (size < words.size()) {
      ways.accept(rest, new Name(entry, rest(rest, places), 1));
      // Another may bear this very name, and the place must tell.
      for (List<String> kind : List.of(List.of("hospital"), List.of("medical", "center"))) {
        List<String> way = Stream.concat(rest.stream(), kind.stream()).toList();
        ways.accept(way, new Name(entry, whole(way), 1));
      }
    }
  }

  private Need rest(List<String> rest, Places places) {
    String word = rest.getFirst();
    boolean unlike =
        rest.size() == 1
            && (common.contains(word)
                || word.length() < 5
                || lists.commonRank(word) >= 0
                || lists.isName(word));
    return unlike || places.isTown(String.join("", rest))
        ? Need.ONLY_KIND_OF_PLACE
        : Need.KIND_OF_PLACE;
  }

  private static void initials(
      DirectoryEntry entry,
      List<String> words,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    var initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    if (initials.length() >= 3 && initials.length() <= 5) {
      Name name = new Name(entry, Need.INITIALS, 1);
      ways.accept(List.of(initials.toString()), name);
      handles.accept(initials.toString(), name);
    }
  }

  private static void handle(
      List<String> words, List<String> letters, Name name, BiConsumer<String, Name> handles) {
    String joined = String.join("", words);
    String written = String.join("", letters);
    handles.accept(joined, name);
    if (!written.equals(joined)) {
      handles.accept(written, name);
    }
    // St. Anne's: st and saint, with the s and without
    String other =
        written.startsWith("saint")
            ? "st" + written.substring(5)
            : written.startsWith("st") && words.getFirst().equals("st")
                ? "saint" + written.substring(2)
                : null;
    if (other != null && !other.equals(joined)) {
      handles.accept(other, name);
    }
  }
}
