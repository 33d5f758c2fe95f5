package org.bedside.evenhandedness;

/**
 * Somebody who may be asked for a review, as in the uploaded list. Kept only while it is worked on.
 *
 * @param id the list's own key of the row
 * @param contact an address or a number
 * @param taxonomy of the provider who was seen
 * @param place as written, may be empty
 */
public record Contact(String id, String contact, String taxonomy, String place) {

  @Override
  public String toString() {
    return "Contact[hidden]";
  }
}
