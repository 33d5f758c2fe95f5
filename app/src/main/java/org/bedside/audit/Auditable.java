package org.bedside.audit;

import java.util.Map;

/**
 * Something a person or the software did that must be provable later. Publish it as an event inside
 * the transaction that does it; it is written in the same one.
 *
 * @param actor who did it, as {@code person:<id>}, {@code token:<id>} or {@code system}
 * @param actorName the name to show
 * @param action past tense with its module, such as {@code inbox.case-closed}
 * @param subject what it was done to, as {@code case:<id>}
 * @param detail facts, never the text of a post
 */
public record Auditable(
    String actor, String actorName, String action, String subject, Map<String, String> detail) {

  public Auditable {
    detail = Map.copyOf(detail);
  }
}
