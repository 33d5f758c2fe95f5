package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bedside.understanding.About;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.words.Words;

/**
 * Finds known providers and places by any of their names, and by what people make of a name: its
 * short form, a first name's nickname or initial, a handle. Case, diacritics, hyphens and
 * apostrophes do not matter; long words may be misspelt by one letter, very long ones by two. A
 * name that is also common words counts only where it is written like a name. Where several entries
 * share a name, the post must mention the place of one of them; otherwise none is given.
 *
 * <p>Immutable and thread-safe. Finding costs time linear in the text and independent of the size
 * of the directory.
 */
public final class Gazetteer {

  private static final int JOINED = 15;

  private final NameTrie<Name> names = new NameTrie<>();
  private final Handles handles = new Handles();
  private final Places places = new Places();
  private final Misspellings misspellings = new Misspellings();

  private Gazetteer() {}

  /** Makes entries ready; later changes of the list don't show. */
  public static Gazetteer of(List<DirectoryEntry> entries) {
    Gazetteer gazetteer = new Gazetteer();
    entries.forEach(gazetteer.places::add);
    PersonForms persons = new PersonForms();
    PlaceForms hospitals = new PlaceForms(CommonNames.WORDS);
    for (DirectoryEntry entry : entries) {
      Set<String> seen = new HashSet<>();
      for (String name : entry.names()) {
        switch (entry.kind()) {
          case PROVIDER ->
              persons.of(
                  entry,
                  name,
                  (way, one) -> gazetteer.add(way, one, seen),
                  (handle, one) -> gazetteer.add(handle, one, seen));
          case LOCATION ->
              hospitals.of(
                  entry,
                  name,
                  gazetteer.places,
                  (way, one) -> gazetteer.add(way, one, seen),
                  (handle, one) -> gazetteer.add(handle, one, seen));
        }
      }
    }
    return gazetteer;
  }

  private void add(List<String> way, Name name, Set<String> seen) {
    if (seen.add(String.join(" ", way))) {
      names.add(way, name);
      // Neither initials nor a whole name in one word: what is like them is too much.
      if (way.size() > 1 || (name.rank() == 0 && way.getFirst().length() < JOINED)) {
        way.forEach(misspellings::add);
      }
    }
  }

  private void add(String handle, Name name, Set<String> seen) {
    if (seen.add("@" + handle)) {
      handles.add(handle, name);
    }
  }

  /** The entries that {@code text} speaks of, in the order of their first word. */
  public List<About> find(String text) {
    Words words = Words.of(text);
    String[] forms = new String[words.size()];
    String[][] others = new String[forms.length][];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = Spelling.of(words.form(i));
      others[i] = misspellings.readings(forms[i]);
    }
    List<Match> matches = new ArrayList<>();
    boolean[] taken = new boolean[forms.length];
    List<Places.Mention> mentions = new ArrayList<>();
    handles(words, matches, mentions, taken);
    matches(forms, others, taken, matches);
    if (matches.isEmpty()) {
      return List.of();
    }
    mentions.addAll(places.in(words, forms));
    return new Choice(words, forms, places, mentions).of(matches);
  }

  private void handles(
      Words words, List<Match> matches, List<Places.Mention> mentions, boolean[] taken) {
    String text = words.text();
    for (int i = 0; i < words.size(); i++) {
      int mark = words.start(i) - 1;
      if (taken[i] || mark < 0 || "@#".indexOf(text.charAt(mark)) < 0) {
        continue;
      }
      int end = words.end(i);
      int to = i + 1;
      while (to < words.size() && isJoined(text, end, words.start(to))) {
        end = words.end(to++);
      }
      String handle = text.substring(mark + 1, end);
      Handles.Found found = handles.find(handle, places);
      String place = found == null ? places.joined(handle.toLowerCase(Locale.ROOT)) : null;
      if (found != null) {
        matches.add(new Match(i, to, found.names(), text.charAt(mark), found.place()));
        Arrays.fill(taken, i, to, true);
      } else if (place != null) {
        mentions.add(new Places.Mention(i, to, place));
      }
    }
  }

  /** Whether only underscores stand between, or nothing: a contraction gives two words in one. */
  private static boolean isJoined(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '_') {
        return false;
      }
    }
    return true;
  }

  private void matches(String[] forms, String[][] others, boolean[] taken, List<Match> matches) {
    int at = 0;
    while (at < forms.length) {
      NameTrie.Found<Name> longest = taken[at] ? null : names.longest(forms, others, at);
      int from = at;
      if (!taken[at] && forms[at].equals("dr") && at + 1 < forms.length && !taken[at + 1]) {
        // Dr James Doe isn't Dr James: what is named more fully goes first.
        NameTrie.Found<Name> fuller = names.longest(forms, others, at + 1);
        if (fuller != null
            && fuller.to() - at > 2
            && (longest == null || fuller.to() >= longest.to())) {
          longest = fuller;
          from = at + 1;
        }
      }
      if (longest == null) {
        at++;
      } else {
        matches.add(new Match(from, longest.to(), longest.values(), ' ', null));
        at = longest.to();
      }
    }
    matches.sort(Comparator.comparingInt(Match::from));
  }
}
