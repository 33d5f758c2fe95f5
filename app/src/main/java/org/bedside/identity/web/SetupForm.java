package org.bedside.identity.web;

import java.time.ZoneId;
import org.bedside.identity.Founding;
import org.jspecify.annotations.Nullable;

/** What the set-up page sends back; given back to it as entered where something is wrong. */
public record SetupForm(
    @Nullable String organization,
    @Nullable String zone,
    @Nullable String locations,
    @Nullable String name,
    @Nullable String email,
    @Nullable String password) {

  static final SetupForm EMPTY = new SetupForm("", "America/New_York", "", "", "", "");

  Founding.Request request() {
    String email = or(this.email);
    String name = or(this.name).isBlank() ? email : or(this.name);
    return new Founding.Request(
        or(organization),
        ZoneId.of(or(zone)),
        SetupController.lines(or(locations)),
        name,
        email,
        password == null ? "" : password);
  }

  @Override
  public String toString() {
    return "SetupForm[" + organization + ", password hidden]";
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
