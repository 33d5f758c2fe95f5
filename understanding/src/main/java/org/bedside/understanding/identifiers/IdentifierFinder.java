package org.bedside.understanding.identifiers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.IdentifierType;
import org.bedside.understanding.Span;
import org.bedside.understanding.encoder.States;
import org.jspecify.annotations.Nullable;

/**
 * Finds what identifies a person in a short text: patients, relatives, clinicians and everyone else
 * named. Immutable, safe for use by many threads, linear in the text's length.
 */
public final class IdentifierFinder {

  private static final Set<String> ORGANISATION_AFTER =
      Set.of(
          "hospital",
          "hospitals",
          "clinic",
          "medical",
          "center",
          "centre",
          "health",
          "healthcare",
          "dental",
          "university",
          "college",
          "ltd",
          "inc",
          "llc",
          "pharmacy",
          "institute",
          "foundation",
          "memorial",
          "regional",
          "orthopedics",
          "pediatrics",
          "surgical",
          "infirmary",
          "disease",
          "syndrome",
          "catheter",
          "ward",
          "wing",
          "pavilion",
          "insurance",
          "company",
          "group",
          "system",
          "urgent",
          "score",
          "test",
          "maneuver",
          "lymphoma");
  private static final Set<String> EPONYMS =
      Set.of(
          "crohn",
          "crohns",
          "parkinson",
          "parkinsons",
          "alzheimer",
          "alzheimers",
          "hodgkin",
          "hodgkins",
          "foley",
          "lyme",
          "hashimoto",
          "graves",
          "apgar",
          "lamaze",
          "braxton",
          "hicks",
          "kegel",
          "pap",
          "tourette",
          "asperger",
          "bell",
          "mayo",
          "hopkins",
          "sinai",
          "kaiser",
          "google",
          "yelp",
          "facebook",
          "twitter",
          "instagram",
          "tiktok",
          "medicare",
          "medicaid",
          "aetna",
          "cigna",
          "humana",
          "pfizer",
          "moderna",
          "covid",
          "jesus",
          "god",
          "lord",
          "christ",
          "allah",
          "zoom",
          "mychart",
          "ozempic",
          "wegovy");
  private static final Set<String> GENERAL_PLACES =
      Set.of("usa", "america", "us", "united", "states", "english", "spanish");

  private final NameTagger tagger = NameTagger.shipped();
  private final @Nullable LearnedTags learned;

  public IdentifierFinder() {
    this(null);
  }

  /** With what the encoder learned beside forms and name tagger; without it where that is null. */
  public IdentifierFinder(@Nullable LearnedTags learned) {
    this.learned = learned;
  }

  /** Every identifier, in the order of the text, none overlapping another. */
  public List<Identifier> find(String text) {
    return find(text, null);
  }

  /**
   * The same, knowing what the encoder made of the text: what the name tagger found stays only
   * where the encoder bears it out, and what the encoder is sure of is added.
   */
  public List<Identifier> find(String text, @Nullable States states) {
    var found = new ArrayList<Identifier>();
    int digits = digits(text);
    for (Forms.Form form : Forms.all()) {
      if (digits < form.digits()) {
        continue;
      }
      Matcher matcher = form.pattern().matcher(text);
      while (matcher.find()) {
        String value = matcher.group(form.group());
        if (value != null && !value.isBlank() && form.holds().test(value)) {
          found.add(
              identifier(
                  form.type(),
                  text,
                  matcher.start(form.group()),
                  matcher.end(form.group()),
                  form.score()));
        }
      }
    }
    all(Dates.inWords(), IdentifierType.DATE, 0.9, text, found);
    all(Places.inWords(), IdentifierType.GEOGRAPHY, 0.9, text, found);
    if (digits > 0) {
      all(Dates.withDigits(), IdentifierType.DATE, 0.9, text, found);
      all(Places.withDigits(), IdentifierType.GEOGRAPHY, 0.9, text, found);
    }
    var named = new ArrayList<Identifier>();
    tagged(text, named);
    if (learned != null && states != null) {
      LearnedTags.Tagged tagged = learned.tag(states);
      named.removeIf(name -> !tagged.bearsOut(name.span()));
      found.addAll(tagged.found(text));
    }
    found.addAll(named);
    return disjoint(found);
  }

  /** Those of ASCII, as the expressions have them. */
  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      }
    }
    return digits;
  }

  private static void all(
      List<Pattern> patterns,
      IdentifierType type,
      double score,
      String text,
      List<Identifier> found) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(identifier(type, text, matcher.start(), matcher.end(), score));
      }
    }
  }

  private static Identifier identifier(
      IdentifierType type, String text, int start, int end, double score) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from + 1
        && (Character.isWhitespace(text.charAt(to - 1))
            || ".,;:-!?)".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return new Identifier(type, new Span(from, to), score);
  }

  private void tagged(String text, List<Identifier> found) {
    List<Word> words = Word.of(text);
    float[] margins = new float[words.size()];
    int[] tags = tagger.tag(words, margins);
    int at = 0;
    while (at < tags.length) {
      int tag = tags[at];
      int end = at + 1;
      while (end < tags.length && tags[end] == tag) {
        end++;
      }
      if (tag != NameTagger.OTHER) {
        entity(text, words, at, end, tag, margins[at], found);
      }
      at = end;
    }
  }

  private static void entity(
      String text,
      List<Word> words,
      int from,
      int end,
      int tag,
      float margin,
      List<Identifier> found) {
    int first = from;
    int last = end;
    while (first < last && !hasLetter(words.get(first), tag)) {
      first++;
    }
    while (last > first && !hasLetter(words.get(last - 1), tag)) {
      last--;
    }
    if (first == last || organisation(words, last) || tagOrEponym(text, words, first, last)) {
      return;
    }
    double score = Math.clamp(0.5 + margin / 20, 0.5, 0.95);
    IdentifierType type = tag == NameTagger.NAME ? IdentifierType.NAME : IdentifierType.GEOGRAPHY;
    found.add(
        new Identifier(type, new Span(words.get(first).start(), words.get(last - 1).end()), score));
  }

  private static boolean hasLetter(Word word, int tag) {
    char c = word.text().charAt(0);
    return (Character.isLetter(c) && !word.folded().equals("'s"))
        || (tag == NameTagger.PLACE && Character.isDigit(c));
  }

  private static boolean organisation(List<Word> words, int last) {
    for (int i = last; i < Math.min(words.size(), last + 2); i++) {
      String next = words.get(i).folded();
      if (ORGANISATION_AFTER.contains(next)) {
        return true;
      }
      if (!next.equals("'s") && !Character.isUpperCase(words.get(i).text().charAt(0))) {
        return false;
      }
    }
    return ORGANISATION_AFTER.contains(words.get(last - 1).folded());
  }

  private static boolean tagOrEponym(String text, List<Word> words, int first, int last) {
    int start = words.get(first).start();
    if (start > 0 && text.charAt(start - 1) == '#') {
      return true;
    }
    for (int i = first; i < last; i++) {
      String folded = words.get(i).folded();
      if (!EPONYMS.contains(folded) && !GENERAL_PLACES.contains(folded)) {
        return false;
      }
    }
    return true;
  }

  private static List<Identifier> disjoint(List<Identifier> found) {
    found.sort(
        Comparator.comparingDouble((Identifier identifier) -> -Math.round(identifier.score() * 20))
            .thenComparingInt(identifier -> identifier.span().start() - identifier.span().end())
            .thenComparingInt(identifier -> identifier.span().start()));
    var kept = new TreeMap<Integer, Identifier>();
    for (Identifier identifier : found) {
      var before = kept.lowerEntry(identifier.span().end());
      if (before == null || before.getValue().span().end() <= identifier.span().start()) {
        kept.put(identifier.span().start(), identifier);
      }
    }
    return List.copyOf(kept.values());
  }
}
