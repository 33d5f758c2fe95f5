package org.bedside.channels.sending;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a network says of whether something is there. */
public sealed interface Looked {

  record Found(String id, @Nullable URI url) implements Looked {}

  /** For certain it is not there now. */
  record Absent() implements Looked {}

  /** This network has no way to be sure; a person must look. */
  record CannotTell() implements Looked {}

  /** It could not be asked now. */
  record Later(@Nullable Duration after, String error, String detail) implements Looked {}
}
