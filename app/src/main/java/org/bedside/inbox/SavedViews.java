package org.bedside.inbox;

import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The views of the inbox that somebody keeps for themselves, and those that all share. */
public interface SavedViews {

  /** What the reader sees: their own, then those shared, each by name. */
  List<SavedView> of(SignedIn reader);

  /** Keeps a filter; one of the same name and owner is replaced. */
  SavedView keep(String name, String query, boolean shared, SignedIn by);

  /** Takes away one of the person's own, or a shared one; what is another's stays. */
  void remove(UUID id, boolean shared, SignedIn by);

  /** What this person's inbox opens with from now on; null for everything that is open. */
  void openWith(@org.jspecify.annotations.Nullable UUID id, SignedIn by);
}
