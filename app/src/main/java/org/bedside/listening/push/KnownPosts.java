package org.bedside.listening.push;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which posts of a source are there; call inside a transaction. */
public interface KnownPosts {

  /** The versions of those of the ids that are there. */
  Map<String, Integer> versions(UUID source, Collection<String> externalIds);
}
