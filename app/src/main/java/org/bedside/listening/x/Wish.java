package org.bedside.listening.x;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.listening.connector.Target;

/**
 * What a source of X is to hear.
 *
 * @param watches what was read for it, so that it is made anew only where that has changed
 */
record Wish(List<Target.Watched> watches, Wanted wanted) {

  private static final Pattern SEARCH = Pattern.compile("(?:^|&)q=([^&]+)");

  static Wish of(Target target) {
    List<String> searched = searched(target.url());
    if (!searched.isEmpty()) {
      return new Wish(List.of(), Wanted.search(searched.getFirst()));
    }
    List<Target.Watched> watches = target.watched().get();
    return new Wish(watches, Packing.of(watches));
  }

  Wish now(Target target) {
    boolean same = !searched(target.url()).isEmpty() || target.watched().get().equals(watches);
    return same ? this : of(target);
  }

  /** The rule of the search that an address names; none where it names none. */
  static List<String> searched(URI address) {
    String words = words(address);
    return words.isBlank() ? List.of() : List.of("(" + words + ")" + Packing.NO_REPOSTS);
  }

  static String words(URI address) {
    Matcher search = SEARCH.matcher(String.valueOf(address.getRawQuery()));
    try {
      return search.find() ? URLDecoder.decode(search.group(1), StandardCharsets.UTF_8) : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
