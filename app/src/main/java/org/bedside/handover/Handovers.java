package org.bedside.handover;

import java.util.Collection;
import java.util.List;
import org.bedside.identity.SignedIn;

/**
 * The private conversations of the current organization as its other pages see them. Thread-safe.
 */
public interface Handovers {

  /**
   * Makes a link that works once.
   *
   * @param subjectKind what it comes from, such as {@code case}: lower-case letters and hyphens
   * @param subjectId which one, at most 100 characters
   * @param language of the invited, {@code en} or {@code es}
   * @throws org.springframework.security.access.AccessDeniedException where {@code by} may not
   *     invite
   * @throws IllegalArgumentException where subject or language is none
   */
  Invitation invite(String subjectKind, String subjectId, String language, SignedIn by);

  /** The conversations that came from this subject, newest first; never what is in them. */
  List<Standing> ofSubject(String subjectKind, String subjectId);

  /** The same for subjects that have become one. */
  List<Standing> ofSubjects(String subjectKind, Collection<String> subjectIds);
}
