package org.bedside.directory.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place as entered.
 *
 * @param otherNames one a line
 */
public record LocationForm(String name, String city, String otherNames) {

  public LocationForm(@Nullable String name, @Nullable String city, @Nullable String otherNames) {
    this.name = Objects.requireNonNullElse(name, "");
    this.city = Objects.requireNonNullElse(city, "");
    this.otherNames = Objects.requireNonNullElse(otherNames, "");
  }
}
