package org.bedside.understanding;

/**
 * Whether a post speaks of a disaster under way.
 *
 * @param relevant probability, 0 to 1
 * @param type information type, a label of the crisis data exactly as written there; {@link
 *     #UNRELATED} where it is not about the disaster
 */
public record Disaster(double relevant, String type) {

  /** The crisis data's own label for posts that are not about the disaster. */
  public static final String UNRELATED = "Not labeled";
}
