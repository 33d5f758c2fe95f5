package org.bedside.mail;

/** E-mail to people, on behalf of the current organization. Thread-safe. */
public interface Mail {

  /**
   * Keeps the letter in the caller's transaction; it is sent after that has committed, and not at
   * all where it rolls back. Where the installation has no mail server the letter is not kept.
   *
   * @return whether it was kept
   */
  boolean queue(Letter letter);

  /** Whether the installation has a mail server, so that screens can say so. */
  boolean isReady();
}
