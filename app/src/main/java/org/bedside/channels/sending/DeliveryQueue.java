package org.bedside.channels.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in the current organization; call inside a transaction. What comes of an
 * attempt is stored only as long as it is still the one that the row names.
 */
public interface DeliveryQueue {

  /** What broke off is in doubt, what is too late is not sent. */
  void tidy(Instant now);

  /**
   * Takes one thing that is due, and its account, until {@code lease}. A delivery that waited has
   * begun by that.
   */
  Optional<Claim> claim(Instant now, Instant lease);

  /** What to do with what was taken. */
  enum Task {
    SEND,
    LOOK_UP,
    EDIT,
    DELETE
  }

  record Claim(Job job, Task task, Account account) {}

  /**
   * Begins a further attempt at what is in doubt, where nobody holds it.
   *
   * @return the job of that attempt
   */
  Optional<Job> beginAgain(Job job, Instant now, Instant lease);

  /** It is there. */
  void sent(Job job, String id, @Nullable String url, Instant now);

  /** It was changed. */
  void edited(Job job, Instant now);

  /** It is there no more. */
  void deleted(Job job, Instant now);

  /** It is not there and will not be; an edit or a deletion that is refused leaves it as it was. */
  void refused(Job job, String error, String detail, Instant now);

  /** Nothing was done; it is due again at {@code next}. */
  void later(Job job, Instant next, @Nullable String error, @Nullable String detail, Instant now);

  /** Nobody knows whether it is there; {@code next} null leaves it to a person. */
  void unknown(Job job, @Nullable Instant next, String error, String detail, Instant now);

  /** For certain it is not there: it waits as before its first attempt. */
  void absent(Job job, Instant now);

  /** The network asks that nothing goes out through the account until then. */
  void quiet(UUID channel, Instant until);

  /** How the account stands; null where it works. */
  void note(UUID channel, @Nullable String error, String detail, Instant now);

  /** Lets go of the account. */
  void free(UUID channel);
}
