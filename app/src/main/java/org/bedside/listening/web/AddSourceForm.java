package org.bedside.listening.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bedside.listening.Source;
import org.bedside.listening.connector.Credential;
import org.jspecify.annotations.Nullable;

/**
 * What the pages that add a source send; given back as entered where something is wrong.
 *
 * @param type the way of listening that was chosen; absent where the address decides
 * @param need what that way needs, by name
 */
public record AddSourceForm(
    @Nullable String type,
    @Nullable String address,
    @Nullable String feed,
    @Nullable String name,
    Source.@Nullable Takes takes,
    @Nullable UUID location,
    @Nullable String user,
    @Nullable String password,
    @Nullable Map<String, String> need) {

  static AddSourceForm of(@Nullable String type, @Nullable String address) {
    return new AddSourceForm(type, address, null, null, null, null, null, null, null);
  }

  /** Everything entered that lets us in; null where there is nothing. */
  @Nullable Credential credential() {
    Map<String, String> values = new HashMap<>();
    if (need != null) {
      need.forEach((name, value) -> values.put(name, value == null ? "" : value.strip()));
    }
    if (user != null && !user.isBlank()) {
      values.put(Credential.USER, user.strip());
      values.put(Credential.PASSWORD, password == null ? "" : password);
    }
    values.values().removeIf(String::isEmpty);
    return values.isEmpty() ? null : Credential.of(values);
  }

  /** What was entered under a name. */
  public String entered(String name) {
    String value = need == null ? null : need.get(name);
    return value == null ? "" : value;
  }

  /** The same for another address. */
  AddSourceForm at(String other) {
    return new AddSourceForm(type, other, null, null, takes, location, user, password, need);
  }

  @Override
  public String toString() {
    return "AddSourceForm[" + type + " " + address + "]";
  }
}
