package org.bedside.evenhandedness;

import java.util.Locale;

/**
 * Whose clients may not be asked for a review, read from the provider's taxonomy code.
 *
 * <p>Source: APA Ethical Principles 5.05 (psychologists don't solicit testimonials from current
 * therapy clients) and NASW Code of Ethics 4.07(b) (social workers, from current clients). Codes:
 * NUCC Health Care Provider Taxonomy, ten characters; 103T… Psychologist, 103G… Clinical
 * Neuropsychologist, who is a psychologist too, 1041… Social Worker. Pure.
 */
enum SolicitationBan {
  NONE,
  PSYCHOLOGIST,
  SOCIAL_WORKER,
  /** No such code: nobody can tell, so nobody is asked. */
  UNCLEAR;

  /**
   * What the code says.
   *
   * @param taxonomy as written in a list; blanks around it and small letters don't matter
   */
  static SolicitationBan of(String taxonomy) {
    String code = taxonomy.strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[0-9A-Z]{9}X")) {
      return UNCLEAR;
    }
    if (code.startsWith("103T") || code.startsWith("103G")) {
      return PSYCHOLOGIST;
    }
    return code.startsWith("1041") ? SOCIAL_WORKER : NONE;
  }
}
