package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.understanding.OrganizationNames;
import org.bedside.understanding.ProposedWatch;
import org.bedside.understanding.ProposedWatch.Ambiguity;
import org.jspecify.annotations.Nullable;

/** Writes queries for names. Immutable and thread-safe. */
public final class Proposer {

  private static final int SHORTEST = 4;
  private static final int LONGEST_NAME = 200;

  /** Everyday words that are also names of hospitals, besides those that {@link Rarity} knows. */
  private static final Set<String> EVERYDAY =
      words(
          """
          mercy grace hope faith unity providence trinity charity providence sunrise horizon summit
          heritage liberty union central main metro premier advanced complete total prime first best
          cross sacred heart holy spirit family women children wellness spring springs river ocean
          mountain garden forest valley desert pacific atlantic eagle phoenix genesis legacy alliance
          esperanza salud buena vida paz gracia santa san la el los las de del y nuestra misericordia
          clinica hospital centro medico familia
          """);

  private static final String CARE =
      "(hospital OR clinic OR doctor OR nurse OR ward OR surgery OR patient OR appointment"
          + " OR clínica OR médico OR médica OR enfermera OR enfermero OR urgencias OR paciente"
          + " OR cita)";

  private static final Set<String> TITLES =
      words(
          "dr dra doctor doctora prof professor mr mrs ms sr sra nurse rn np pa md do phd dds jr");

  private static final Pattern WITH_APOSTROPHES = Pattern.compile("[a-z0-9]+(?:['’ ][a-z0-9]+)*");

  private static final Map<String, String> SPELLINGS =
      Map.of("st", "saint", "saint", "st", "ft", "fort", "mt", "mount");

  /** How many known names hold a sequence of words, each counted up to two. */
  private final Map<List<String>, Integer> known = new HashMap<>();

  public Proposer(Collection<String> knownNames) {
    for (String name : knownNames) {
      List<String> words = words(new WordScanner(), name);
      Set<List<String>> parts = new LinkedHashSet<>();
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + 6); to++) {
          parts.add(List.copyOf(words.subList(from, to)));
        }
      }
      parts.forEach(part -> known.merge(part, 1, (one, _) -> 2));
    }
  }

  private static Set<String> words(String list) {
    return Stream.of(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(WordScanner scanner, String text) {
    List<String> words = new ArrayList<>();
    char[] chars = text.toCharArray();
    scanner.scan(
        chars,
        0,
        chars.length,
        "",
        false,
        (word, length, _, _) -> words.add(new String(word, 0, length)));
    return words;
  }

  /** One watch for each name, clinician and handle that has a word in it. */
  public List<ProposedWatch> propose(OrganizationNames names) {
    WordScanner scanner = new WordScanner();
    String places =
        names.places().stream()
            .map(place -> phrase(words(scanner, shortened(place))))
            .filter(place -> !place.isEmpty())
            .distinct()
            .collect(Collectors.joining(" OR "));
    String besides = places.isEmpty() ? CARE : "(" + places + ")";
    Map<String, ProposedWatch> proposed = new LinkedHashMap<>();
    Map<String, List<String>> alone = new LinkedHashMap<>();
    for (String name : names.names()) {
      List<String> words = words(scanner, shortened(name));
      if (!words.isEmpty() && ofName(words) == null) {
        alone.putIfAbsent(name, words);
      }
    }
    for (String name : names.names()) {
      List<String> words = words(scanner, shortened(name));
      String within = alone.containsKey(name) ? within(words, alone) : null;
      add(
          proposed,
          name,
          variants(asWritten(scanner, name, words), words),
          within,
          ofName(words),
          besides);
    }
    for (String clinician : names.clinicians()) {
      List<String> words = new ArrayList<>(words(scanner, shortened(clinician)));
      words.removeIf(TITLES::contains);
      boolean half = words.size() == 1;
      add(proposed, clinician, person(words), null, half ? Ambiguity.HALF_A_NAME : null, besides);
    }
    for (String handle : names.handles()) {
      add(proposed, handle, account(handle), null, null, besides);
    }
    return List.copyOf(proposed.values());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }

  private static void add(
      Map<String, ProposedWatch> proposed,
      String name,
      String plain,
      @Nullable String within,
      @Nullable Ambiguity ambiguity,
      String besides) {
    if (plain.isEmpty()) {
      return;
    }
    boolean joined = plain.contains(" OR ");
    String query =
        ambiguity == null ? plain : (joined ? "(" + plain + ")" : plain) + " AND " + besides;
    proposed.putIfAbsent(query, new ProposedWatch(name.strip(), query, plain, within, ambiguity));
  }

  /** The shortest name that the words have inside and that is watched as it stands. */
  private static @Nullable String within(List<String> words, Map<String, List<String>> alone) {
    return alone.entrySet().stream()
        .filter(other -> other.getValue().size() < words.size())
        .filter(other -> Collections.indexOfSubList(words, other.getValue()) >= 0)
        .min(Comparator.comparingInt(other -> other.getValue().size()))
        .map(other -> other.getKey().strip())
        .orElse(null);
  }

  private @Nullable Ambiguity ofName(List<String> words) {
    if (words.size() == 1 && words.getFirst().length() < SHORTEST) {
      return Ambiguity.SHORT;
    }
    if (known.getOrDefault(words, 0) > 1 || SharedNames.shipped().hold(words)) {
      return Ambiguity.SHARED;
    }
    boolean common =
        words.stream().allMatch(word -> EVERYDAY.contains(word) || Rarity.isCommon(word));
    return common ? Ambiguity.COMMON_WORDS : null;
  }

  /** The name, and with the other spelling of its first word: St and Saint. */
  private static String variants(String phrase, List<String> words) {
    String spelling = words.isEmpty() ? null : SPELLINGS.get(words.getFirst());
    if (spelling == null) {
      return phrase;
    }
    List<String> other = new ArrayList<>(words);
    other.set(0, spelling);
    return phrase + " OR " + phrase(other);
  }

  /**
   * A name with its apostrophes, which its words alone would have lost: "women's", not "women s".
   */
  private static String asWritten(WordScanner scanner, String name, List<String> words) {
    String written = shortened(name).strip().toLowerCase(Locale.ROOT);
    boolean plain =
        WITH_APOSTROPHES.matcher(written).matches() && words(scanner, written).equals(words);
    return plain ? "\"" + written + "\"" : phrase(words);
  }

  private static String phrase(List<String> words) {
    // In quotation marks also when it is one word: it could be an operator.
    return words.isEmpty() ? "" : "\"" + String.join(" ", words) + "\"";
  }

  /** First and last name in this order, with at most one name between. */
  private static String person(List<String> words) {
    if (words.size() < 2) {
      return phrase(words);
    }
    return phrase(List.of(words.getFirst())) + " NEAR/1f " + phrase(List.of(words.getLast()));
  }

  private static String account(String handle) {
    String text = handle.strip().replaceFirst("^https?://(www\\.)?", "");
    int slash = text.indexOf('/');
    if (slash > 0 && slash < text.length() - 1) {
      text = text.substring(slash + 1).replaceFirst("[/?#].*", "");
    } else if (slash > 0) {
      text = text.substring(0, slash);
    }
    char[] chars = text.toLowerCase(Locale.ROOT).toCharArray();
    if (text.isEmpty() || chars.length > Marks.LONGEST) {
      return "";
    }
    if (Hosts.isDomain(chars, 0, chars.length)) {
      return new String(chars);
    }
    char[] marked = Marks.isHandle(chars[0]) ? chars : ("@" + new String(chars)).toCharArray();
    boolean whole =
        Marks.begins(marked, 0, marked.length)
            && Marks.endOfAddress(marked, Marks.end(marked, 0, marked.length, false), marked.length)
                == marked.length;
    return whole ? new String(marked) : "";
  }
}
