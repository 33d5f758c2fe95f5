package org.bedside.understanding.identifiers;

import java.util.List;
import java.util.Set;

/** What the tagger sees of a word: its form, its neighbours, and the lists it is on. */
final class Features {

  private static final Set<String> RELATIVES =
      Set.of(
          "mom",
          "mum",
          "mother",
          "dad",
          "father",
          "son",
          "daughter",
          "wife",
          "husband",
          "brother",
          "sister",
          "aunt",
          "uncle",
          "grandma",
          "grandpa",
          "grandmother",
          "grandfather",
          "cousin",
          "friend",
          "partner",
          "boyfriend",
          "girlfriend",
          "nephew",
          "niece",
          "baby",
          "neighbor",
          "roommate",
          "fiance",
          "boss",
          "coworker");
  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "doctor",
          "mr",
          "mrs",
          "ms",
          "miss",
          "nurse",
          "prof",
          "professor",
          "sister",
          "sir",
          "rn",
          "np",
          "pa",
          "dra",
          "sra",
          "senora",
          "senor",
          "midwife",
          "surgeon",
          "therapist",
          "hygienist",
          "dentist");
  private static final Set<String> ORGANISATION =
      Set.of(
          "hospital",
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
          "company",
          "group",
          "pharmacy",
          "practice",
          "institute",
          "foundation",
          "ward",
          "unit",
          "church",
          "school",
          "memorial",
          "general",
          "regional",
          "care");
  private static final Set<String> STREETS =
      Set.of(
          "street",
          "st",
          "ave",
          "avenue",
          "road",
          "rd",
          "lane",
          "ln",
          "drive",
          "dr",
          "blvd",
          "boulevard",
          "court",
          "ct",
          "way",
          "place",
          "pl",
          "highway",
          "hwy",
          "suite",
          "apt",
          "county",
          "township");

  private final List<Word> words;
  private final Gazetteer lists;
  private final boolean shouting;
  private final boolean whispering;

  Features(List<Word> words, Gazetteer lists) {
    this.words = words;
    this.lists = lists;
    long letters = words.stream().filter(w -> Character.isLetter(w.text().charAt(0))).count();
    long upper =
        words.stream().filter(w -> w.text().length() > 1 && shape(w.text()).equals("XX")).count();
    long capital = words.stream().filter(w -> Character.isUpperCase(w.text().charAt(0))).count();
    shouting = letters > 3 && upper * 10 > letters * 6;
    whispering = capital == 0;
  }

  /**
   * Adds the hashed features of the word at {@code i}; {@code before} is the tag of the one before.
   */
  int fill(int i, int before, int beforeThat, int[] into) {
    var sink = new Sink(into);
    Word word = words.get(i);
    String shape = (shouting ? "S" : whispering ? "W" : "") + shape(word.text());
    String start = i == 0 || ".!?\n:\"".contains(words.get(i - 1).text()) ? "^" : "";
    String lists0 = listed(i);
    sink.add("w", word.folded());
    sink.add("s", shape + start);
    sink.add("g", lists0);
    sink.add("gs", lists0 + shape + start);
    String f = word.folded();
    int n = f.length();
    sink.add("p3", f.substring(0, Math.min(3, n)));
    sink.add("e2", f.substring(Math.max(0, n - 2)));
    sink.add("e3", f.substring(Math.max(0, n - 3)));
    sink.add("e4", f.substring(Math.max(0, n - 4)));
    String w1 = folded(i - 1);
    String w2 = folded(i - 2);
    String n1 = folded(i + 1);
    String n2 = folded(i + 2);
    String s1 = role(i - 1);
    String r1 = role(i + 1);
    sink.add("w-1", w1);
    sink.add("w-2", w2);
    sink.add("w-12", w2 + " " + w1);
    sink.add("w+1", n1);
    sink.add("w+2", n2);
    sink.add("w+12", n1 + " " + n2);
    sink.add("w-1s", w1 + shape);
    sink.add("w+1s", n1 + shape);
    sink.add("g-1", listed(i - 1) + shapeAt(i - 1));
    sink.add("g+1", listed(i + 1) + shapeAt(i + 1));
    sink.add("g0g1", lists0 + shape + "/" + listed(i + 1) + shapeAt(i + 1));
    sink.add("g0g-1", lists0 + shape + "/" + listed(i - 1) + shapeAt(i - 1));
    sink.add("r-1", s1 + shape + lists0);
    sink.add("r-2", role(i - 2) + shape + lists0);
    sink.add("r+1", r1 + shape + lists0);
    sink.add("r+2", role(i + 2) + shape);
    sink.add("t", before + "");
    sink.add("tt", before + "" + beforeThat);
    sink.add("tg", before + lists0 + shape);
    sink.add("tw", before + f);
    sink.add("tw-1", before + w1 + shape);
    return sink.count;
  }

  private static final class Sink {
    private final int[] into;
    private int count;

    Sink(int[] into) {
      this.into = into;
    }

    void add(String name, String value) {
      int hash = name.hashCode() * 31 + value.hashCode();
      hash ^= hash >>> 15;
      hash *= 0x2c1b3c6d;
      hash ^= hash >>> 12;
      into[count++] = hash & (NameTagger.BUCKETS - 1);
    }
  }

  private String folded(int i) {
    if (i < 0) {
      return "<";
    }
    if (i >= words.size()) {
      return ">";
    }
    String f = words.get(i).folded();
    return !f.isEmpty() && Character.isDigit(f.charAt(0)) ? "#" + Math.min(f.length(), 6) : f;
  }

  private String shapeAt(int i) {
    return i < 0 || i >= words.size() ? "" : shape(words.get(i).text());
  }

  private String role(int i) {
    if (i < 0 || i >= words.size()) {
      return "-";
    }
    String f = words.get(i).folded();
    if (f.equals(".") && i > 0 && TITLES.contains(words.get(i - 1).folded())) {
      return "T.";
    }
    return (RELATIVES.contains(f) ? "R" : "")
        + (TITLES.contains(f) ? "T" : "")
        + (ORGANISATION.contains(f) ? "O" : "")
        + (STREETS.contains(f) ? "S" : "");
  }

  private String listed(int i) {
    if (i < 0 || i >= words.size()) {
      return "-";
    }
    String f = words.get(i).folded();
    int first = lists.firstRank(f);
    int last = lists.lastRank(f);
    int common = lists.commonRank(f);
    return (first < 0 ? "" : first < 1000 ? "F" : "f")
        + (last < 0 ? "" : last < 3000 ? "L" : "l")
        + (common < 0 ? "" : common < 1500 ? "C" : "c")
        + (lists.cityStart(f) ? "y" : "")
        + (lists.country(f) ? "n" : "");
  }

  static String shape(String text) {
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      upper |= Character.isUpperCase(text.charAt(i));
      lower |= Character.isLowerCase(text.charAt(i));
      digit |= Character.isDigit(text.charAt(i));
    }
    if (digit) {
      return "9" + Math.min(text.length(), 6);
    }
    if (!upper && !lower) {
      return Character.isLetter(text.charAt(0)) ? "o" : text;
    }
    if (upper && !lower) {
      return text.length() == 1 ? "X" : "XX";
    }
    return upper ? (Character.isUpperCase(text.charAt(0)) ? "Xx" : "xX") : "x";
  }
}
