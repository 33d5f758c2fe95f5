package org.bedside.bench.cards;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Words that hint at how a text is written or of whom it speaks. They are hints and no more: nobody
 * says who wrote a text, many who speak a dialect use none of its words here, and others borrow
 * them.
 *
 * @param name in words, for a table
 */
record Marks(String name, Predicate<List<String>> isIn) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&]+(?:['’][\\p{L}]+)*");
  private static final int FEWEST_SPANISH_WORDS = 2;
  private static final int SPANISH_OF = 5;

  private static final Set<String> AFRICAN_AMERICAN =
      Set.of(
          "ain't",
          "aint",
          "ain’t",
          "bruh",
          "cuz",
          "dat",
          "deadass",
          "dem",
          "dey",
          "dis",
          "doe",
          "fam",
          "finna",
          "gon",
          "homie",
          "iont",
          "imma",
          "ima",
          "lil",
          "lmao",
          "mane",
          "nah",
          "nobody's",
          "playin",
          "sum",
          "tho",
          "tryna",
          "wanna",
          "wit",
          "wassup",
          "ya'll",
          "y'all",
          "yall",
          "yo",
          "y’all");
  private static final Set<String> SCOTS_AND_NORTHERN =
      Set.of(
          "aff",
          "auld",
          "aye",
          "aw",
          "bairn",
          "bairns",
          "cannae",
          "canny",
          "couldnae",
          "dae",
          "didnae",
          "dinnae",
          "doon",
          "fae",
          "gonnae",
          "hame",
          "hasnae",
          "havenae",
          "isnae",
          "ken",
          "lass",
          "lassie",
          "nae",
          "nowt",
          "oot",
          "owt",
          "sae",
          "summat",
          "tae",
          "wasnae",
          "wee",
          "wi",
          "wisnae",
          "wouldnae",
          "yer",
          "youse");
  private static final Set<String> BRITISH =
      Set.of(
          "a&e",
          "anaesthetic",
          "anaesthetist",
          "apologise",
          "behaviour",
          "bloody",
          "brilliant",
          "centre",
          "colour",
          "cheers",
          "favourite",
          "fortnight",
          "gp",
          "gps",
          "gynaecology",
          "haematology",
          "honour",
          "lovely",
          "loo",
          "mate",
          "midwife",
          "mum",
          "mums",
          "mum's",
          "neighbour",
          "nhs",
          "organisation",
          "organised",
          "orthopaedic",
          "paediatric",
          "paracetamol",
          "physio",
          "practise",
          "programme",
          "queue",
          "queues",
          "realise",
          "rubbish",
          "tea",
          "theatre",
          "ward",
          "whilst");
  private static final Set<String> AMERICAN =
      Set.of(
          "anesthesia",
          "anesthesiologist",
          "apologize",
          "behavior",
          "center",
          "color",
          "copay",
          "deductible",
          "er",
          "favorite",
          "gotten",
          "gynecology",
          "honor",
          "insurance",
          "medicaid",
          "medicare",
          "mom",
          "moms",
          "mom's",
          "neighbor",
          "ob",
          "organization",
          "orthopedic",
          "pediatric",
          "pediatrician",
          "pharmacy",
          "realize",
          "theater",
          "tylenol",
          "vacation");
  private static final Set<String> HERS =
      Set.of(
          "aunt",
          "daughter",
          "female",
          "gal",
          "girl",
          "girls",
          "grandma",
          "her",
          "hers",
          "herself",
          "lady",
          "ladies",
          "mom",
          "mother",
          "mum",
          "nan",
          "sister",
          "she",
          "she's",
          "she’s",
          "wife",
          "woman",
          "women");
  private static final Set<String> HIS =
      Set.of(
          "boy",
          "boys",
          "brother",
          "dad",
          "father",
          "gentleman",
          "grandad",
          "grandpa",
          "guy",
          "he",
          "he's",
          "he’s",
          "him",
          "himself",
          "his",
          "husband",
          "male",
          "man",
          "men",
          "son",
          "uncle");
  private static final Set<String> SPANISH =
      Set.of(
          "al", "como", "con", "de", "del", "el", "ella", "en", "es", "está", "esta", "fue", "la",
          "las", "le", "lo", "los", "más", "me", "mi", "muy", "no", "nos", "para", "pero", "por",
          "que", "qué", "se", "sin", "son", "su", "sus", "un", "una", "y", "ya", "yo");

  static final List<Marks> ALL =
      List.of(
          of("words common in African American English", AFRICAN_AMERICAN),
          of("Scots or northern English words", SCOTS_AND_NORTHERN),
          of("British words or spelling", BRITISH),
          of("American words or spelling", AMERICAN),
          new Marks("she, her, a woman's word; none of a man's", w -> any(w, HERS) && !any(w, HIS)),
          new Marks("he, him, a man's word; none of a woman's", w -> any(w, HIS) && !any(w, HERS)),
          new Marks("both", words -> any(words, HERS) && any(words, HIS)),
          new Marks("Spanish", Marks::isSpanish));

  private static Marks of(String name, Set<String> marks) {
    return new Marks(name, words -> any(words, marks));
  }

  private static boolean any(List<String> words, Set<String> marks) {
    return words.stream().anyMatch(marks::contains);
  }

  /**
   * Words such as "no" and "me" are English too, so that a few of them don't make a text Spanish.
   */
  private static boolean isSpanish(List<String> words) {
    long spanish = words.stream().filter(SPANISH::contains).distinct().count();
    return spanish >= FEWEST_SPANISH_WORDS
        && words.stream().filter(SPANISH::contains).count() * SPANISH_OF >= words.size();
  }

  /** The words of a text in small letters. */
  static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(r -> r.group()).toList();
  }
}
