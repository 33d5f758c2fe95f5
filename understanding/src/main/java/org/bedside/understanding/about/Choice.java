package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.About;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.DirectoryEntry.Kind;
import org.bedside.understanding.identifiers.Gazetteer;
import org.bedside.understanding.words.Words;
import org.jspecify.annotations.Nullable;

/** Which of the entries that share a name is meant in one post, if any can be told. */
final class Choice {

  private static final Set<String> IN = Set.of("in", "of", "from", "here", "over", "near");
  private static final Set<String> AFTER_A_NAME =
      Set.of("is", "was", "has", "er", "hospital", "staff", "in", "nurses");

  private final Words words;
  private final String[] forms;
  private final Places places;
  private final List<Places.Mention> mentions;
  private final Set<String> ofHospitals = new HashSet<>();
  private final Gazetteer lists = Gazetteer.shipped();

  Choice(Words words, String[] forms, Places places, List<Places.Mention> mentions) {
    this.words = words;
    this.forms = forms;
    this.places = places;
    this.mentions = mentions;
  }

  List<About> of(List<Match> matches) {
    List<About> found = new ArrayList<>();
    // Hospitals first: where they are tells which of two people of the same name is meant.
    for (Kind kind : List.of(Kind.LOCATION, Kind.PROVIDER)) {
      for (Match match : matches) {
        if (match.names().getFirst().entry().kind() != kind) {
          continue;
        }
        Match extended = extended(match);
        DirectoryEntry entry = entry(extended);
        if (entry != null) {
          found.add(new About(entry.id(), entry.kind(), words.span(start(match), extended.to())));
          if (kind == Kind.LOCATION) {
            ofHospitals.addAll(places.of(entry));
          }
        }
      }
    }
    found.sort(Comparator.comparingInt(about -> about.span().start()));
    return List.copyOf(found);
  }

  private int start(Match match) {
    boolean titled = match.from() > 0 && forms[match.from() - 1].equals("dr");
    return titled && !match.isHandle() ? match.from() - 1 : match.from();
  }

  /** With "hospital" and the like, where they follow. */
  private Match extended(Match match) {
    int to = match.to();
    while (!match.isHandle()
        && match.names().getFirst().entry().kind() == Kind.LOCATION
        && to < forms.length
        && to < match.to() + 3
        && PlaceForms.follows(forms[to])
        && words.sentence(to) == words.sentence(match.from())) {
      to++;
    }
    return to == match.to()
        ? match
        : new Match(match.from(), to, match.names(), match.mark(), match.place());
  }

  private @Nullable DirectoryEntry entry(Match match) {
    Set<String> named = Places.outside(mentions, match.from(), match.to());
    if (match.place() != null) {
      named.add(match.place());
    }
    Map<String, Name> best = new HashMap<>();
    int most = 0;
    for (Name name : match.names()) {
      int placed = placed(name.entry(), named);
      if (placed < most || !isMet(match, name, placed)) {
        continue;
      }
      if (placed > most) {
        best.clear();
        most = placed;
      }
      best.merge(name.entry().id(), name, (one, other) -> one.rank() <= other.rank() ? one : other);
    }
    int rank = best.values().stream().mapToInt(Name::rank).min().orElse(0);
    List<Name> first = best.values().stream().filter(name -> name.rank() == rank).toList();
    if (first.size() != 1) {
      return null;
    }
    DirectoryEntry entry = first.getFirst().entry();
    return most == 0 && isElsewhere(match, entry) ? null : entry;
  }

  /**
   * How many of an entry's places are named; a person's hospital counts where nothing else does.
   */
  private int placed(DirectoryEntry entry, Set<String> named) {
    int placed = 0;
    boolean byHospital = false;
    for (String place : places.of(entry)) {
      placed += named.contains(place) ? 2 : 0;
      byHospital |= ofHospitals.contains(place);
    }
    return placed == 0 && byHospital ? 1 : placed;
  }

  /** Whether the name is followed by a place that isn't the entry's. */
  private boolean isElsewhere(Match match, DirectoryEntry entry) {
    return !places.of(entry).isEmpty()
        && mentions.stream().anyMatch(mention -> follows(match, mention));
  }

  private boolean follows(Match match, Places.Mention mention) {
    int at = match.to();
    while (at < forms.length && at < match.to() + 2 && IN.contains(forms[at])) {
      at++;
    }
    return mention.from() == at;
  }

  private boolean isMet(Match match, Name name, int placed) {
    if (match.isHandle()) {
      return name.need() == Name.Need.NOTHING || match.mark() == '@' || match.place() != null;
    }
    boolean titled = match.from() > 0 && forms[match.from() - 1].equals("dr");
    boolean kind = PlaceForms.follows(forms[match.to() - 1]);
    boolean beside = placed > 1 && mentions.stream().anyMatch(mention -> follows(match, mention));
    return switch (name.need()) {
      case NOTHING -> !goesOn(match);
      case CAPITALS -> titled || beside || writtenAsName(match);
      case TITLE -> titled;
      case KIND_OF_PLACE -> kind || beside || writtenAsName(match);
      case ONLY_KIND_OF_PLACE -> kind;
      case INITIALS -> placed > 1 && isCapitals(match);
    };
  }

  /** Dr. James Doe isn't Dr. James. */
  private boolean goesOn(Match match) {
    return match.to() - match.from() == 2
        && forms[match.from()].equals("dr")
        && match.to() < forms.length
        && lists.firstRank(forms[match.from() + 1]) >= 0
        && lists.isName(forms[match.to()])
        && lists.commonRank(forms[match.to()]) < 0
        && words.sentence(match.to()) == words.sentence(match.from())
        && mentions.stream().noneMatch(mention -> mention.from() == match.to());
  }

  private boolean isCapitals(Match match) {
    return words
        .text()
        .substring(words.start(match.from()), words.end(match.from()))
        .chars()
        .allMatch(Character::isUpperCase);
  }

  /** Capitals on every word, not at a sentence's start alone, nor in a text that shouts. */
  private boolean writtenAsName(Match match) {
    for (int i = match.from(); i < match.to(); i++) {
      if (!words.capital(i) && !Spelling.isBetween(forms[i])) {
        return words.start(i) > 0 && "@#".indexOf(words.text().charAt(words.start(i) - 1)) >= 0;
      }
    }
    boolean opens =
        match.from() == 0 || words.sentence(match.from() - 1) != words.sentence(match.from());
    if (opens && match.to() - match.from() == 1) {
      return match.to() < words.size() && AFTER_A_NAME.contains(words.form(match.to()));
    }
    return !shouted(match);
  }

  private boolean shouted(Match match) {
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
