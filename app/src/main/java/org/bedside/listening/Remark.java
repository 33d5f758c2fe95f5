package org.bedside.listening;

import java.util.List;

/**
 * Something that a source leaves out although nothing went wrong: what its network can't be asked
 * for, or doesn't give. People are told as long as it is true.
 *
 * @param code message key of the sentence that says what is left out and what to do; its values are
 *     the count and the names
 * @param count how many things are left out
 * @param names of those that have one, the first few
 * @param more how many names beside these
 */
public record Remark(String code, long count, List<String> names, int more) {

  private static final int SHOWN = 8;
  private static final int LONGEST_NAME = 100;

  public Remark {
    names = List.copyOf(names);
  }

  public static Remark of(String code, long count, List<String> names) {
    return new Remark(
        code,
        count,
        names.stream().limit(SHOWN).map(Remark::shortened).toList(),
        Math.max(0, names.size() - SHOWN));
  }

  /** Without anything to name or count. */
  public static Remark of(String code) {
    return of(code, 0, List.of());
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    boolean split = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
    return name.substring(0, split ? LONGEST_NAME - 1 : LONGEST_NAME) + "…";
  }

  /** The names as they stand in the sentence. */
  public String named() {
    String all = names.isEmpty() ? "" : "“" + String.join("”, “", names) + "”";
    return more == 0 ? all : all + " (+" + more + ")";
  }
}
