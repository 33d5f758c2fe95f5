package org.bedside.handover.web;

import org.bedside.handover.Reach;
import org.bedside.handover.Turn;
import org.jspecify.annotations.Nullable;

/** What somebody sends from the public page. */
public record MessageForm(
    @Nullable String words, @Nullable String contact, @Nullable String email) {

  static final MessageForm EMPTY = new MessageForm(null, null, null);

  private static final int LONGEST_EMAIL = 254;

  /** What was typed, to show it again. */
  public String typedWords() {
    return words == null ? "" : words;
  }

  public String typedContact() {
    return contact == null ? "" : contact;
  }

  public String typedEmail() {
    return email == null ? "" : email;
  }

  /** As browsers send line ends, with the empty ones around taken off. */
  String message() {
    return typedWords().replace("\r\n", "\n").strip();
  }

  Reach reach() {
    return new Reach(typedContact().strip(), typedEmail().strip());
  }

  /** Message key of what is wrong, or empty. */
  String problem() {
    if (message().isEmpty()) {
      return "handover.problem.empty";
    }
    if (message().length() > Turn.LONGEST || reach().contact().length() > Reach.LONGEST) {
      return "handover.problem.long";
    }
    String address = reach().email();
    boolean written =
        address.length() <= LONGEST_EMAIL && address.matches("[^\\s@,;<>]+@[^\\s@,;<>]+");
    return address.isEmpty() || written ? "" : "handover.problem.email";
  }

  @Override
  public String toString() {
    return "MessageForm[…]";
  }
}
