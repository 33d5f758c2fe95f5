package org.bedside.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bedside.identity.Member;

/** Whom a note names with an at sign before the whole name. Pure. */
public final class NamedPeople {

  private NamedPeople() {}

  /** The longest name counts: who names Ann Lee doesn't name Ann. */
  public static Set<UUID> in(String text, List<Member> members) {
    String left = text.toLowerCase(Locale.ROOT);
    Set<UUID> named = new TreeSet<>();
    List<Member> longestFirst =
        members.stream()
            .sorted(Comparator.comparingInt((Member one) -> one.name().length()).reversed())
            .toList();
    for (Member member : longestFirst) {
      String wanted = "@" + member.name().toLowerCase(Locale.ROOT);
      for (int at = left.indexOf(wanted); at >= 0; at = left.indexOf(wanted, at + 1)) {
        int end = at + wanted.length();
        boolean whole = end == left.length() || !Character.isLetterOrDigit(left.charAt(end));
        if (whole) {
          named.add(member.id());
          left = left.substring(0, at) + " ".repeat(wanted.length()) + left.substring(end);
        }
      }
    }
    return named;
  }
}
