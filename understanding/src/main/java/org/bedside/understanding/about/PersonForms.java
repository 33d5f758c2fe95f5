package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.about.Name.Need;
import org.bedside.understanding.identifiers.Gazetteer;

/** The ways people name a person: Jane Q. Doe, MD is also Dr Doe, J. Doe, Janie Doe, @drdoe. */
final class PersonForms {

  private static final Set<String> TITLES =
      Set.of("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "nurse", "sister");
  private static final Set<String> NURSES = Set.of("nurse", "sister", "rn", "lpn");
  private static final Set<String> DEGREES =
      Set.of(
          "md", "do", "phd", "rn", "lpn", "np", "pa", "dnp", "frcs", "mrcp", "facs", "dds", "dmd",
          "jr", "sr", "ii", "iii", "pac", "fnp", "arnp", "dpm", "od", "psyd");

  /** Titled names that are none. */
  private static final Set<String> OTHERS =
      Set.of("pepper", "who", "google", "phil", "strange", "seuss", "dre", "evil", "martens", "oz");

  private final Nicknames nicknames = Nicknames.load();
  private final Gazetteer lists = Gazetteer.shipped();

  /** Hands on the words of each way, and what it takes; then what handles are made of. */
  void of(
      DirectoryEntry entry,
      String name,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    List<List<String>> bare = new ArrayList<>();
    boolean nurse = false;
    boolean titled = false;
    for (String part : name.strip().split("[\\s,]+")) {
      List<String> words = Spelling.words(part);
      if (words.isEmpty()) {
        continue;
      }
      String joined = String.join("", words);
      nurse |= NURSES.contains(joined);
      titled |= TITLES.contains(joined);
      if (!TITLES.contains(joined) && !(DEGREES.contains(joined) && !bare.isEmpty())) {
        bare.add(words);
      }
    }
    if (bare.isEmpty()) {
      return;
    }
    List<String> whole = bare.stream().flatMap(List::stream).toList();
    if (bare.size() == 1 && !titled) {
      ways.accept(whole, new Name(entry, single(whole), 0));
      handles.accept(String.join("", whole), new Name(entry, Need.NOTHING, 0));
      return;
    }
    // A hyphenated surname is one name of several words.
    List<String> last = bare.getLast();
    titled(entry, last, nurse, 0, ways, handles);
    if (last.size() > 1) {
      for (String part : last) {
        titled(entry, List.of(part), nurse, 1, ways, handles);
      }
    }
    if (bare.size() > 1) {
      Name full = new Name(entry, full(bare.getFirst(), last), 0);
      ways.accept(whole, full);
      both(entry, bare.getFirst(), last, 0, ways, handles);
      if (whole.size() != bare.getFirst().size() + last.size()) {
        handles.accept(String.join("", whole), full);
      }
      for (String nickname : nicknames.of(bare.getFirst().getFirst())) {
        both(entry, List.of(nickname), last, 1, ways, handles);
      }
      initial(entry, bare.getFirst().getFirst().substring(0, 1), last, ways, handles);
    }
  }

  private Need single(List<String> words) {
    String word = String.join("", words);
    boolean common = lists.commonRank(word) >= 0 || word.length() < 4;
    return common ? Need.CAPITALS : Need.NOTHING;
  }

  private void titled(
      DirectoryEntry entry,
      List<String> last,
      boolean nurse,
      int rank,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    if (OTHERS.contains(last.getFirst())) {
      return;
    }
    Name name = new Name(entry, Need.NOTHING, rank);
    ways.accept(joined(List.of(nurse ? "nurse" : "dr"), last), name);
    handles.accept((nurse ? "nurse" : "dr") + String.join("", last), name);
    handles.accept(String.join("", last) + "md", name);
  }

  private void both(
      DirectoryEntry entry,
      List<String> first,
      List<String> last,
      int rank,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    Name name = new Name(entry, full(first, last), rank);
    ways.accept(joined(first, last), name);
    handles.accept(String.join("", joined(first, last)), name);
    handles.accept("dr" + String.join("", joined(first, last)), name);
  }

  private Need full(List<String> first, List<String> last) {
    boolean common =
        last.stream().allMatch(word -> lists.commonRank(word) >= 0)
            && first.stream().allMatch(word -> lists.commonRank(word) >= 0);
    return common ? Need.CAPITALS : Need.NOTHING;
  }

  private void initial(
      DirectoryEntry entry,
      String initial,
      List<String> last,
      BiConsumer<List<String>, Name> ways,
      BiConsumer<String, Name> handles) {
    boolean word = initial.equals("a") || initial.equals("i");
    boolean common = last.stream().allMatch(one -> lists.commonRank(one) >= 0);
    Need need = word ? Need.TITLE : common ? Need.CAPITALS : Need.NOTHING;
    ways.accept(joined(List.of(initial), last), new Name(entry, need, 1));
    handles.accept("dr" + initial + String.join("", last), new Name(entry, Need.NOTHING, 1));
    handles.accept(initial + String.join("", last) + "md", new Name(entry, Need.NOTHING, 1));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }
}
