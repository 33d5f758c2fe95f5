package org.bedside.ui;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses of the page that is shown, as the browser sent them, with a part changed. */
final class Address {

  private Address() {}

  /**
   * The same address with one parameter set, or taken off where value is null.
   *
   * @param path and query are still encoded, the value is not yet
   */
  static String with(String path, @Nullable String query, String name, @Nullable String value) {
    Stream<String> others =
        Arrays.stream((query == null ? "" : query).split("&", -1))
            .filter(part -> !part.isEmpty())
            .filter(part -> !part.equals(name) && !part.startsWith(name + "="));
    Stream<String> set =
        value == null
            ? Stream.empty()
            : Stream.of(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
    String changed = Stream.concat(others, set).collect(Collectors.joining("&"));
    return changed.isEmpty() ? path : path + "?" + changed;
  }
}
