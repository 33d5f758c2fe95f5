package org.bedside.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Letters on their way. */
public interface Outgoing {

  /** Organizations of which a letter is due; spans organizations, and never says which letter. */
  List<OrganizationId> due(Instant now);

  /**
   * Takes letters of the current organization that are due. They are nobody else's for {@code
   * lease}: a process that dies meanwhile leaves them to be sent then.
   */
  List<Due> claim(Instant now, Duration lease, int most);

  /** The mail server took it; it is never sent again. */
  void sent(Due letter, Instant now);

  /**
   * The mail server did not take it.
   *
   * @param error message key of the sentence that says why, with {@code detail} as its value
   * @param next when it is tried again; null to give it up
   */
  void failed(Due letter, String error, String detail, @Nullable Instant next, Instant now);

  /** Letters that were sent or given up before go, whoever they belong to. */
  void forget(Instant before);

  /**
   * To be sent.
   *
   * @param id the same at each try
   * @param attempts this one included
   */
  record Due(UUID id, Letter letter, Instant writtenAt, int attempts) {}
}
