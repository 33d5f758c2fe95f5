package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.understanding.words.Folding;
import org.jspecify.annotations.Nullable;

/** Names written as one word, as in @StAnnesTulsa or #drdoe. */
final class Handles {

  private static final List<String> ENDINGS =
      List.of(
          "regionalmedicalcenter",
          "medicalcenter",
          "medcenter",
          "medctr",
          "hospitals",
          "hospital",
          "hosp",
          "healthcare",
          "health",
          "clinic",
          "care",
          "med",
          "rmc",
          "mc",
          "er",
          "md",
          "do",
          "np",
          "phd",
          "official");

  private final Map<String, List<Name>> names = new HashMap<>();

  /** What a handle stands for, and the place that was part of it. */
  record Found(List<Name> names, @Nullable String place) {}

  void add(String letters, Name name) {
    names.merge(
        letters,
        List.of(name),
        (one, other) -> {
          List<Name> both = one instanceof ArrayList<Name> ? one : new ArrayList<>(one);
          both.addAll(other);
          return both;
        });
  }

  /** Reads a handle or hashtag, without its mark. */
  @Nullable Found find(String handle, Places places) {
    String letters = Folding.fold(handle);
    int end = letters.length();
    while (end > 0 && Character.isDigit(letters.charAt(end - 1))) {
      end--;
    }
    letters = letters.substring(0, end);
    if (letters.length() < 3) {
      return null;
    }
    List<Name> whole = ended(letters);
    if (whole != null) {
      return new Found(whole, null);
    }
    for (int i = letters.length() - 3; i >= 3; i--) {
      String place = places.joined(letters.substring(i));
      List<Name> before = place == null ? null : ended(letters.substring(0, i));
      if (before != null) {
        return new Found(before, place);
      }
    }
    for (int i = 3; i <= letters.length() - 3; i++) {
      String place = places.joined(letters.substring(0, i));
      List<Name> after = place == null ? null : ended(letters.substring(i));
      if (after != null) {
        return new Found(after, place);
      }
    }
    return null;
  }

  private @Nullable List<Name> ended(String letters) {
    List<Name> exact = names.get(letters);
    if (exact != null) {
      return exact;
    }
    for (String ending : ENDINGS) {
      if (letters.length() > ending.length() + 2 && letters.endsWith(ending)) {
        List<Name> found = names.get(letters.substring(0, letters.length() - ending.length()));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
