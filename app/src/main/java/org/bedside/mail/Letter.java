package org.bedside.mail;

/**
 * A plain letter. It lies readable on its way, so it says that something waits and where, never
 * what a post or a person said.
 *
 * @param to one address
 * @param subject one line
 * @param text plain text, lines parted by line feeds
 */
public record Letter(String to, String subject, String text) {

  public Letter {
    if (to.isBlank() || to.contains("\n") || to.contains("\r")) {
      throw new IllegalArgumentException("a letter needs one address");
    }
    subject = subject.replaceAll("[\\r\\n]+", " ").strip();
  }

  @Override
  public String toString() {
    return "Letter[" + subject.length() + " characters of subject]";
  }
}
