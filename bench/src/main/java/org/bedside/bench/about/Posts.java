package org.bedside.bench.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.bench.about.Variants.Way;
import org.jspecify.annotations.Nullable;

/** Makes posts of frames, and says whom each speaks of; the same ones on every run. */
final class Posts {

  /**
   * A post.
   *
   * @param ids of the entries it speaks of; a name that several share, with nothing to tell them
   *     apart, is nobody's
   */
  record Post(String text, Set<String> ids, String way) {}

  private final List<Listed> hospitals;
  private final List<Listed> clinicians;
  private final Map<String, List<Listed>> cliniciansOf;
  private final Variants variants;
  private final Set<String> known = new HashSet<>();
  private final Random random;
  private final int half;

  /**
   * @param half 0 for the frames, nicknames and entries that are looked at, 1 for those kept apart
   */
  Posts(List<Listed> hospitals, List<Listed> clinicians, int half) {
    this.hospitals = hospitals;
    this.clinicians = clinicians;
    this.half = half;
    random = new Random(41 + half);
    cliniciansOf = clinicians.stream().collect(Collectors.groupingBy(one -> one.entry().place()));
    var all = new ArrayList<>(hospitals);
    all.addAll(clinicians);
    Set<String> towns =
        hospitals.stream()
            .map(one -> one.city().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var nicknames = new HashMap<String, String>();
    List<String> lines = lines("nicknames.txt");
    for (int i = half; i < lines.size(); i += 2) {
      String[] pair = lines.get(i).split(" ");
      nicknames.put(pair[0], pair[1]);
    }
    variants = new Variants(all, nicknames, towns::contains);
    all.forEach(one -> one.words().forEach(word -> known.add(word.toLowerCase(Locale.ROOT))));
  }

  static List<String> lines(String resource) {
    try (InputStream in = Posts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#  ") && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes so many posts of the frames of this half. */
  List<Post> make(int count) {
    List<String> frames = lines("frames.txt");
    var posts = new ArrayList<Post>();
    for (int i = 0; posts.size() < count; i++) {
      String frame = frames.get((2 * i + half) % (frames.size() / 2 * 2));
      Post post = make(frame);
      if (post != null) {
        posts.add(post);
      }
    }
    return posts;
  }

  private @Nullable Post make(String frame) {
    boolean person = frame.contains("{P}");
    boolean place = frame.contains("{H}");
    Listed hospital = pick(hospitals);
    Listed clinician = pick(clinicians);
    if (person && place) {
      List<Listed> there = cliniciansOf.getOrDefault(hospital.entry().place(), List.of());
      if (there.isEmpty()) {
        return null;
      }
      clinician = there.get(random.nextInt(there.size()));
    }
    String city = person ? clinician.city() : hospital.city();
    boolean placed = frame.contains("{C}");
    boolean low = random.nextInt(4) == 0;
    Set<String> ids = new HashSet<>();
    var ways = new StringBuilder();
    String text = frame;
    boolean told = false;
    if (place) {
      Written written = write(hospital, placed, low);
      if (written == null) {
        return null;
      }
      told = meant(written, hospital, placed, ids);
      text = text.replace("{H}", written.text);
      ways.append(written.way);
    }
    if (person) {
      Written written = write(clinician, placed, low);
      if (written == null) {
        return null;
      }
      meant(written, clinician, placed || told, ids);
      text = text.replace("{P}", written.text);
      ways.append(written.way);
    }
    text = text.replace("#{C}", "#" + city.replaceAll("[^A-Za-z]", ""));
    text = text.replace("{C}", low ? city.toLowerCase(Locale.ROOT) : city);
    text = text.replace("{O}", pick(hospitals).city());
    return new Post(low && random.nextBoolean() ? lower(text) : text, ids, ways.toString());
  }

  /** All small, but for links and the like there are none in the frames. */
  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Listed pick(List<Listed> all) {
    int at = random.nextInt(all.size() / 2);
    return all.get(2 * at + half);
  }

  /**
   * What stands in the post.
   *
   * @param base the same without the slip of the pen
   */
  private record Written(String text, String base, String way) {}

  private @Nullable Written write(Listed one, boolean placed, boolean low) {
    Way[] ways = Way.values();
    for (int i = 0; i < 20; i++) {
      Way way = random.nextInt(3) == 0 ? usual(one) : ways[random.nextInt(ways.length)];
      List<String> all = variants.of(one, way);
      if (all.isEmpty() || (way == Way.INITIALS && !placed)) {
        continue;
      }
      String base = all.get(random.nextInt(all.size()));
      boolean plain = way != Way.HANDLE && way != Way.INITIALS;
      String text = plain && random.nextInt(5) == 0 ? slipped(base) : base;
      String kind = way + (text.equals(base) ? "" : "+slip");
      boolean small = low && plain;
      return new Written(small ? lower(text) : text, base, kind);
    }
    return null;
  }

  private Way usual(Listed one) {
    return one.isHospital() ? Way.WHOLE : random.nextBoolean() ? Way.TITLED : Way.TITLED_WHOLE;
  }

  /** Adds whom the words mean, if that can be told; says whether it is the one intended. */
  private boolean meant(Written written, Listed intended, boolean placed, Set<String> ids) {
    Set<Listed> all = placed ? variants.allMeantBy(written.base) : variants.meantBy(written.base);
    if (placed) {
      Set<Listed> there =
          all.stream()
              .filter(one -> one.city().equals(intended.city()))
              .collect(Collectors.toSet());
      Set<Listed> named = new HashSet<>(variants.meantBy(written.base));
      named.retainAll(there);
      all = named.isEmpty() ? there : named;
    }
    if (all.size() == 1) {
      ids.add(all.iterator().next().entry().id());
      return all.contains(intended);
    }
    return false;
  }

  /**
   * One letter left out, doubled, swapped or changed in a long word, if none is known like that.
   */
  private String slipped(String base) {
    String[] words = base.split(" ");
    for (int i = 0; i < 8; i++) {
      int at = random.nextInt(words.length);
      String word = words[at];
      if (word.length() < 6 || !word.chars().allMatch(Character::isLetter)) {
        continue;
      }
      int letter = 1 + random.nextInt(word.length() - 2);
      String before = word.substring(0, letter);
      String after = word.substring(letter + 1);
      char c = word.charAt(letter);
      String slip =
          switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + c + c + after;
            case 2 -> before + after.charAt(0) + c + after.substring(1);
            default -> before + (char) ('a' + random.nextInt(26)) + after;
          };
      if (!slip.equals(word) && !known.contains(slip.toLowerCase(Locale.ROOT))) {
        words[at] = slip;
        return String.join(" ", words);
      }
    }
    return base;
  }
}
