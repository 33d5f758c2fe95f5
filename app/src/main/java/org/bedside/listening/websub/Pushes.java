package org.bedside.listening.websub;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How it stands with hubs of the current organization's sources; in the caller's transaction. */
public interface Pushes {

  /** Empty where the source names no hub. */
  Optional<PushState> of(UUID source);

  /** Of all active sources that name a hub. */
  Map<UUID, PushState> all();
}
