package org.bedside.wordings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The wordings of the current organization. Thread-safe. */
public interface Wordings {

  /** All of them by name, the retired ones last. */
  List<Wording> all();

  /** Those that may be used, by name. */
  List<Wording> approved();

  Optional<Wording> find(UUID id);

  /** Adds one, which nobody has approved yet. */
  UUID add(WordingText text, SignedIn by);

  /**
   * Writes it anew. Where anything of it differs from before, it is not approved any more; does
   * nothing where there is none of that id.
   */
  void change(UUID id, WordingText text, SignedIn by);

  /** Says that it may be used; the guard looks at it once more. */
  Answer approve(UUID id, SignedIn by);

  /**
   * Approves all that wait and that the guard doesn't block.
   *
   * @return how many that were
   */
  int approveAll(SignedIn by);

  /** Offers it no longer. */
  void retire(UUID id, SignedIn by);

  /** Offers it again; it has to be approved anew. */
  void restore(UUID id, SignedIn by);

  /**
   * Adds those of the starter set that this organization has not taken over before; nobody has
   * approved them yet.
   *
   * @param names the language that they are named in
   * @return how many that were
   */
  int takeOver(Language names, SignedIn by);

  /** How many of the starter set could be taken over. */
  int offered();

  /** What came of an approval. */
  enum Answer {
    APPROVED,
    /** The guard would block it. */
    BLOCKED,
    /** There is none of that id that waits for it. */
    NONE
  }
}
