package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.identifiers.Gazetteer;
import org.bedside.understanding.words.Words;
import org.jspecify.annotations.Nullable;

/** The towns and regions of entries, to tell equal names apart by. */
final class Places {

  private static final Map<String, String> STATES = states();

  private final NameTrie<String> towns = new NameTrie<>();
  private final Map<String, String> joined = new HashMap<>();
  private final Map<String, List<String>> ofEntry = new HashMap<>();
  private final Gazetteer lists = Gazetteer.shipped();

  private static Map<String, String> states() {
    String all =
        "al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,"
            + "de delaware,fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,"
            + "ks kansas,ky kentucky,la louisiana,me maine,md maryland,ma massachusetts,"
            + "mi michigan,mn minnesota,ms mississippi,mo missouri,mt montana,ne nebraska,"
            + "nv nevada,nh new hampshire,nj new jersey,nm new mexico,ny new york,"
            + "nc north carolina,nd north dakota,oh ohio,ok oklahoma,or oregon,pa pennsylvania,"
            + "ri rhode island,sc south carolina,sd south dakota,tn tennessee,tx texas,ut utah,"
            + "vt vermont,va virginia,wa washington,wv west virginia,wi wisconsin,wy wyoming,"
            + "pr puerto rico";
    Map<String, String> states = new HashMap<>();
    for (String one : all.split(",")) {
      int space = one.indexOf(' ');
      states.put(one.substring(0, space), one.substring(space + 1));
    }
    return Map.copyOf(states);
  }

  void add(DirectoryEntry entry) {
    List<String> keys = new ArrayList<>();
    for (String part : entry.place().split("[,/]")) {
      List<String> words = Spelling.words(part);
      if (words.isEmpty()) {
        continue;
      }
      String key = String.join(" ", words);
      String state = STATES.get(part.strip().toLowerCase(Locale.ROOT));
      if (state != null) {
        key = state;
        towns.addOnce(Spelling.words(state), key);
      } else {
        towns.addOnce(words, key);
        joined.put(String.join("", Spelling.letters(part)), key);
        joined.put(String.join("", words), key);
      }
      keys.add(key);
    }
    ofEntry.put(entry.id(), keys);
  }

  List<String> of(DirectoryEntry entry) {
    return ofEntry.getOrDefault(entry.id(), List.of());
  }

  boolean isTown(String word) {
    return joined.containsKey(word);
  }

  @Nullable String joined(String letters) {
    return joined.get(letters);
  }

  /** A place in the post. */
  record Mention(int from, int to, String place) {}

  /** The places named, {@code forms} in their one spelling. */
  List<Mention> in(Words words, String[] forms) {
    List<Mention> mentions = new ArrayList<>();
    String[][] none = new String[forms.length][0];
    int at = 0;
    while (at < forms.length) {
      NameTrie.Found<String> found = towns.longest(forms, none, at);
      String state = found == null ? STATES.get(words.form(at)) : null;
      if (found != null && (capital(words, at) || !common(words, at, found.to()))) {
        mentions.add(new Mention(at, found.to(), found.values().getFirst()));
        at = found.to();
      } else if (state != null && isState(words, at, mentions)) {
        mentions.add(new Mention(at, at + 1, state));
        at++;
      } else {
        at++;
      }
    }
    return mentions;
  }

  private static boolean capital(Words words, int at) {
    return words.capital(at) && at > 0;
  }

  private boolean common(Words words, int from, int to) {
    return to - from == 1 && lists.commonRank(words.form(from)) >= 0;
  }

  /** Two capitals after a town or "in": by themselves most are words too. */
  private static boolean isState(Words words, int at, List<Mention> before) {
    String written = words.text().substring(words.start(at), words.end(at));
    boolean capitals = written.length() == 2 && written.chars().allMatch(Character::isUpperCase);
    boolean after = !before.isEmpty() && before.getLast().to() == at;
    return after || (capitals && at > 0 && words.form(at - 1).equals("in"));
  }

  /**
   * The places of {@code mentions} that stand outside the words from {@code from} to {@code to}.
   */
  static Set<String> outside(List<Mention> mentions, int from, int to) {
    Set<String> places = new HashSet<>();
    for (Mention mention : mentions) {
      if (mention.to() <= from || mention.from() >= to) {
        places.add(mention.place());
      }
    }
    return places;
  }
}
