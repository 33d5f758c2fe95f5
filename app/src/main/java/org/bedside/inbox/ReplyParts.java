package org.bedside.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/**
 * What belongs to a reply beside its words: its version in the other language, and pictures. A part
 * is added to a person's draft and stays with it when it is posted. Thread-safe.
 */
public interface ReplyParts {

  /** How many pictures go with one reply. */
  int MOST_PICTURES = 4;

  int LONGEST_ALT = 1_000;

  /** Keeps the version in the other language with the person's draft, where there is a draft. */
  void translate(long caseId, String translation, SignedIn by);

  /**
   * Adds a picture to the person's draft.
   *
   * @param alt what it shows, for those who don't see it
   * @throws PictureRefusedException where {@code alt} is blank, or the draft has enough pictures
   * @throws IllegalArgumentException where there is no draft
   */
  UUID attach(long caseId, Picture picture, String alt, SignedIn by);

  /** Takes a picture off the person's draft; does nothing where there is none of that id. */
  void detach(long caseId, UUID picture, SignedIn by);

  /** The parts of the case's replies by the replies' ids, drafts of others left out. */
  Map<Long, Parts> of(long caseId, SignedIn reader);

  /** A picture of a reply that goes out or went out, or of the reader's own draft. */
  Optional<Picture> picture(long caseId, UUID picture, SignedIn reader);

  /**
   * The words of the last replies posted at a source, the latest first.
   *
   * @param source the source's id
   */
  List<String> lately(UUID source, int most);

  /**
   * @param translation empty where there is none
   */
  record Parts(String translation, List<Attached> pictures) {

    public static final Parts NONE = new Parts("", List.of());

    public Parts {
      pictures = List.copyOf(pictures);
    }
  }

  /** A picture without its content. */
  record Attached(UUID id, String alt, int width, int height) {}
}
