package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The labels of the current organization. */
public interface Labels {

  /** Those that can be put on a case, by name. */
  List<Label> all();

  /**
   * @throws NameInUseException where another label has that name, whatever its case
   */
  Label add(String name, Label.Tint tint, SignedIn by);

  /**
   * Changes how it is called everywhere; what the history of cases says stays as it was said.
   *
   * @throws NameInUseException where another label has that name
   */
  void change(UUID id, String name, Label.Tint tint, SignedIn by);

  /** Takes it off all lists; the history of cases still names it. */
  void remove(UUID id, SignedIn by);
}
