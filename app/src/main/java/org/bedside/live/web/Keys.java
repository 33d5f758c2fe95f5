package org.bedside.live.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.live.Watchable;
import org.springframework.stereotype.Component;

/** What may be watched, and by whom. */
@Component
class Keys {

  private static final Pattern KEY = Pattern.compile("([a-z-]{1,30}):[A-Za-z0-9-]{1,40}");

  private final Map<String, Permission> kinds;

  Keys(List<Watchable> kinds) {
    this.kinds = kinds.stream().collect(toUnmodifiableMap(Watchable::kind, Watchable::permission));
  }

  boolean mayWatch(String key, SignedIn who) {
    var parts = KEY.matcher(key);
    Permission needed = parts.matches() ? kinds.get(parts.group(1)) : null;
    return needed != null && who.may(needed);
  }
}
