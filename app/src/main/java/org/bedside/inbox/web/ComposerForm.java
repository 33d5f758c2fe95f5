package org.bedside.inbox.web;

import java.util.UUID;
import org.bedside.inbox.web.Composer.Words;
import org.jspecify.annotations.Nullable;

/**
 * The composer's form as it was sent. Which of its buttons was pressed is told by which part is
 * there.
 *
 * @param start the wording to begin with
 * @param suggestion the number of the suggestion to begin with
 * @param use the number of the finding whose words are to be replaced
 * @param posted there where the reply is to be recorded as posted by hand
 * @param override there where that is to be done although the guard blocks it
 * @param send there where it is to be sent; {@code override} although the guard blocks it
 * @param channel to send through
 * @param reason why the guard is overridden
 * @param change the reply that these words are to replace
 * @param seen the version of the case that the writer saw
 */
record ComposerForm(
    @Nullable String reply,
    @Nullable String translation,
    @Nullable String start,
    @Nullable Integer suggestion,
    @Nullable Integer use,
    @Nullable String posted,
    @Nullable String override,
    @Nullable String send,
    @Nullable UUID channel,
    @Nullable String reason,
    @Nullable Long change,
    @Nullable Integer seen) {

  private static final String OVERRIDE = "override";

  private static final int LONGEST_REPLY = 20_000;

  /** What the form asks for. */
  sealed interface Wish {}

  /** To go on writing, from a safe wording. */
  record Start(String wording) implements Wish {}

  /** To go on writing, from a suggestion. */
  record Suggested(int number) implements Wish {}

  /** To go on writing, with the guard's words in the place of a finding. */
  record Instead(int finding) implements Wish {}

  /** To keep the draft. */
  record Keep() implements Wish {}

  /** That the words leave the house. */
  sealed interface Leave extends Wish {

    /** Whether they may although the guard blocks them. */
    boolean overrides();
  }

  /** To send the reply. */
  record Send(UUID channel, boolean overrides) implements Leave {}

  /** To put the words in the place of those of a reply that is there. */
  record Change(long reply) implements Leave {

    /** With a reason; without one the guard's word counts. */
    @Override
    public boolean overrides() {
      return true;
    }
  }

  /** To record it as posted by hand. */
  record Posted(boolean overrides) implements Leave {}

  Wish wish() {
    if (start != null) {
      return new Start(start);
    }
    if (suggestion != null) {
      return new Suggested(suggestion);
    }
    if (use != null) {
      return new Instead(use);
    }
    if (change != null) {
      return new Change(change);
    }
    if (send != null && channel != null) {
      return new Send(channel, OVERRIDE.equals(send) || override != null);
    }
    return posted == null && override == null ? new Keep() : new Posted(override != null);
  }

  /** The words as they were written, of a length that can be kept. */
  Words words() {
    return new Words(cut(reply), cut(translation));
  }

  static String cut(@Nullable String text) {
    String words = text == null ? "" : text;
    return words.length() <= LONGEST_REPLY ? words : words.substring(0, LONGEST_REPLY);
  }
}
