package org.bedside.understanding.guard;

/**
 * One word of a reply as the rules see it.
 *
 * @param word folded: lower case, no diacritics, contractions written out
 * @param start first UTF-16 code unit in the reply
 * @param end the code unit after the last
 * @param sentence number of the sentence it stands in, from 0
 */
record Token(String word, int start, int end, int sentence, Kind kind) {

  enum Kind {
    WORD,
    NUMBER,
    /** A telephone number, an e-mail address or a web address. */
    CONTACT
  }

  Token withWord(String other) {
    return new Token(other, start, end, sentence, kind);
  }
}
