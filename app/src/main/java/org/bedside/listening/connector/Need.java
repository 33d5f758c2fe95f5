package org.bedside.listening.connector;

/**
 * Something a person enters for a source.
 *
 * @param name under which {@link Credential} keeps it; its label is the message {@code
 *     listening.need.<type>.<name>}, its help the same with {@code .hint}
 */
public record Need(String name, Kind kind, boolean required) {

  public enum Kind {
    /** Words that may be shown again. */
    TEXT,
    /** Never shown again. */
    SECRET
  }

  public static Need text(String name) {
    return new Need(name, Kind.TEXT, true);
  }

  public static Need secret(String name) {
    return new Need(name, Kind.SECRET, true);
  }

  public Need optional() {
    return new Need(name, kind, false);
  }
}
