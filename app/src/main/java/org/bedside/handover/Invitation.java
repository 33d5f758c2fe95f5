package org.bedside.handover;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A link that leads one person to a private conversation. It is told once; only its hash is kept.
 *
 * @param link absolute where the installation has a public address, else the path on this server
 * @param expires until when it can be opened
 */
public record Invitation(URI link, UUID id, Instant expires) {

  /** Without the link, so that it ends up in no log. */
  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
