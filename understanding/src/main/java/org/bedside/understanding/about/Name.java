package org.bedside.understanding.about;

import org.bedside.understanding.DirectoryEntry;

/**
 * One way of calling an entry.
 *
 * @param rank 0 for the name itself, 1 for what people make of it: the name itself goes first
 */
record Name(DirectoryEntry entry, Need need, int rank) {

  /** What must be so for the words to be taken for the name. */
  enum Need {
    NOTHING,
    /** Written like a name: the words are common ones too. */
    CAPITALS,
    /** A title before it. */
    TITLE,
    /** "Hospital" or the like after it, or capitals. */
    KIND_OF_PLACE,
    /** "Hospital" or the like after it: by itself it is a town or a person. */
    ONLY_KIND_OF_PLACE,
    /** All capitals, and the place named: initials stand for much else. */
    INITIALS
  }
}
