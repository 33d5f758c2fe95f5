package org.bedside.approvals;

/**
 * Something about a subject that a policy asks for.
 *
 * @param value the network, topic, language, person's name, or the code of a role, verdict or
 *     urgency, or the least priority; empty where the subject doesn't say it
 */
public record Fact(Dimension dimension, String value) {

  /** What a policy can ask for. */
  public enum Dimension {
    NETWORK,
    LANGUAGE,
    TOPIC,
    AUTHOR,
    AUTHOR_ROLE,
    VERDICT,
    URGENCY,
    PRIORITY
  }

  /** As it is kept: the dimension, an equals sign, the value. */
  public String written() {
    return dimension + "=" + value;
  }

  /** The reverse of {@link #written}. */
  public static Fact read(String written) {
    int at = written.indexOf('=');
    return new Fact(Dimension.valueOf(written.substring(0, at)), written.substring(at + 1));
  }
}
