package org.bedside.alerts;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** Who of the current organization is told of alerts by e-mail. */
public interface MailChoices {

  /** What a member chose, or {@link MailChoice#ON_CALL}. */
  MailChoice of(UUID member);

  /** Chooses for oneself. */
  void choose(MailChoice choice, SignedIn by);

  /** Members that chose this, whether they still work here or not. */
  List<UUID> members(MailChoice choice);
}
