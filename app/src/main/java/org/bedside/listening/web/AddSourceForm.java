package org.bedside.listening.web;

import java.util.UUID;
import org.bedside.listening.Source;
import org.bedside.listening.connector.Credential;
import org.jspecify.annotations.Nullable;

/** What the pages that add a source send; given back as entered where something is wrong. */
public record AddSourceForm(
    @Nullable String address,
    @Nullable String feed,
    @Nullable String name,
    Source.@Nullable Takes takes,
    @Nullable UUID location,
    @Nullable String user,
    @Nullable String password) {

  static final AddSourceForm EMPTY = new AddSourceForm(null, null, null, null, null, null, null);

  @Nullable Credential credential() {
    return user == null || user.isBlank()
        ? null
        : Credential.login(user.strip(), password == null ? "" : password);
  }

  /** The same for another address. */
  AddSourceForm at(String other) {
    return new AddSourceForm(other, null, null, takes, location, user, password);
  }

  @Override
  public String toString() {
    return "AddSourceForm[" + address + "]";
  }
}
