package org.bedside.listening.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Need;
import org.jspecify.annotations.Nullable;

/**
 * What a source is asked with from now on, as its page sends it.
 *
 * @param need by name; a secret that is left empty stays as it was
 */
record AccessForm(@Nullable Map<String, String> need) {

  /** What was kept, with what was entered in its place; null where nothing is left. */
  @Nullable Credential over(List<Need> needs, @Nullable Credential kept) {
    Map<String, String> values = new TreeMap<>(kept == null ? Map.of() : kept.values());
    Instant end = kept == null ? null : kept.expiresAt();
    boolean anotherAccess = false;
    for (Need one : needs) {
      String entered = entered(one.name());
      if (entered.isEmpty() && (one.kind() == Need.Kind.SECRET || one.required())) {
        continue;
      }
      String before = values.getOrDefault(one.name(), "");
      values.put(one.name(), entered);
      anotherAccess |= !entered.equals(before) && opens(one);
    }
    if (anotherAccess) {
      // What was given for the old one is worth nothing with the new one.
      List<String> names = needs.stream().map(Need::name).toList();
      values.keySet().retainAll(names);
      end = null;
    }
    values.values().removeIf(String::isEmpty);
    return values.isEmpty() ? null : new Credential(values, end);
  }

  /** An application's secret may be replaced, and what it was given stays good. */
  private static boolean opens(Need need) {
    boolean secret = need.kind() == Need.Kind.SECRET;
    return !need.name().equals(Grant.CLIENT_SECRET) && (secret || need.required());
  }

  private String entered(String name) {
    String value = need == null ? null : need.get(name);
    return value == null ? "" : value.strip();
  }

  @Override
  public String toString() {
    return "AccessForm";
  }
}
