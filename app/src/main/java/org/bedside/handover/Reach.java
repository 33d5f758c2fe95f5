package org.bedside.handover;

/**
 * How somebody wants to be reached; all of it is theirs to leave out.
 *
 * @param contact in their own words
 * @param email empty, or where a notice goes that there is an answer
 */
public record Reach(String contact, String email) {

  public static final Reach NONE = new Reach("", "");
  public static final int LONGEST = 300;

  @Override
  public String toString() {
    return "Reach[…]";
  }
}
