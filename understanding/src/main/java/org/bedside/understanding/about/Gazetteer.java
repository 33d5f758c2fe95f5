package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.About;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds known providers and places by any of their names. Case, diacritics, hyphens and apostrophes
 * do not matter; long words may be misspelt by one letter, very long ones by two. A name that is
 * also a common word counts only where it is written like a name. Where several entries share a
 * name, the post must mention the place of one of them; otherwise none is given.
 *
 * <p>Immutable and thread-safe. Finding costs time linear in the text and independent of the size
 * of the directory.
 */
public final class Gazetteer {

  /** One way of calling an entry. */
  private record Name(DirectoryEntry entry, List<String> words, boolean weak) {}

  private record Match(int from, int to, List<Name> names) {}

  private final NameTrie<Name> names = new NameTrie<>();
  private final NameTrie<DirectoryEntry> places = new NameTrie<>();
  private final Misspellings misspellings = new Misspellings();

  private Gazetteer() {}

  public static Gazetteer of(List<DirectoryEntry> entries) {
    Gazetteer gazetteer = new Gazetteer();
    for (DirectoryEntry entry : entries) {
      Set<List<String>> ways = new LinkedHashSet<>();
      for (String name : entry.names()) {
        ways.addAll(NameForms.of(name, entry.kind()));
      }
      for (List<String> way : ways) {
        gazetteer.names.add(way, new Name(entry, way, NameForms.isWeak(way, entry)));
        way.forEach(gazetteer.misspellings::add);
      }
      for (String part : entry.place().split("[,/]")) {
        List<String> place = NameForms.words(part);
        if (!place.isEmpty()) {
          gazetteer.places.add(place, entry);
        }
      }
    }
    return gazetteer;
  }

  /** The entries that {@code text} speaks of, in the order of their first word. */
  public List<About> find(String text) {
    Words words = Words.of(text);
    String[] forms = new String[words.size()];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = words.form(i);
    }
    @Nullable String[] mended = new @Nullable String[forms.length];
    for (int i = 0; i < forms.length; i++) {
      mended[i] = misspellings.mend(forms[i]);
    }
    List<Match> matches = matches(forms, mended);
    Set<String> placed = matches.isEmpty() ? Set.of() : placed(forms);
    List<About> found = new ArrayList<>();
    for (Match match : matches) {
      DirectoryEntry entry = choose(match, placed, words);
      if (entry != null) {
        found.add(new About(entry.id(), entry.kind(), words.span(match.from(), match.to())));
      }
    }
    return List.copyOf(found);
  }

  private List<Match> matches(String[] forms, @Nullable String[] mended) {
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < forms.length) {
      NameTrie.Found<Name> longest = names.longest(forms, mended, at);
      if (longest == null) {
        at++;
      } else {
        matches.add(new Match(at, longest.to(), longest.values()));
        at = longest.to();
      }
    }
    return matches;
  }

  private Set<String> placed(String[] forms) {
    @Nullable String[] none = new @Nullable String[forms.length];
    Set<String> placed = new HashSet<>();
    for (int at = 0; at < forms.length; at++) {
      NameTrie.Found<DirectoryEntry> found = places.longest(forms, none, at);
      if (found != null) {
        found.values().forEach(entry -> placed.add(entry.id()));
      }
    }
    return placed;
  }

  private static @Nullable DirectoryEntry choose(Match match, Set<String> placed, Words words) {
    Map<String, DirectoryEntry> candidates = new HashMap<>();
    for (Name name : match.names()) {
      if (!name.weak() || writtenAsName(match, words)) {
        candidates.put(name.entry().id(), name.entry());
      }
    }
    if (candidates.size() > 1) {
      candidates.keySet().retainAll(placed);
    }
    return candidates.size() == 1 ? candidates.values().iterator().next() : null;
  }

  /** Capitals on every word, not at a sentence's start alone, nor in a text that shouts. */
  private static boolean writtenAsName(Match match, Words words) {
    for (int i = match.from(); i < match.to(); i++) {
      if (!words.capital(i)) {
        return words.start(i) > 0 && "@#".indexOf(words.text().charAt(words.start(i) - 1)) >= 0;
      }
    }
    boolean opens =
        match.from() == 0 || words.sentence(match.from() - 1) != words.sentence(match.from());
    if (opens && match.to() - match.from() == 1) {
      return match.to() < words.size()
          && Set.of("is", "was", "has", "er", "hospital", "staff", "in", "nurses")
              .contains(words.form(match.to()));
    }
    return !shouted(words, match);
  }

  private static boolean shouted(Words words, Match match) {
    int around = 0;
    int loud = 0;
    for (int i = Math.max(0, match.from() - 3); i < Math.min(words.size(), match.to() + 3); i++) {
      if (i < match.from() || i >= match.to()) {
        around++;
        loud += words.capital(i) ? 1 : 0;
      }
    }
    return around > 1 && loud == around;
  }
}
