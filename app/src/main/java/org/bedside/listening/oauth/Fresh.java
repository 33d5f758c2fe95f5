package org.bedside.listening.oauth;

import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;

/** Whether a credential can be used now. */
public sealed interface Fresh {

  /** It can, as it is. */
  record Usable(Credential credential) implements Fresh {}

  /**
   * It was renewed. The old one may be worthless by now, so this one is to be stored before
   * anything else is asked: a connector answers {@link #kept} and is asked again at once.
   */
  record Renewed(Credential credential) implements Fresh {

    /** Nothing but the new credential, to be stored with the cursor as it was. */
    public Heard.Posts kept(@org.jspecify.annotations.Nullable String cursor) {
      return new Heard.Posts(java.util.List.of(), java.util.List.of(), cursor)
          .renewing(credential)
          .continuing(java.time.Duration.ZERO, null);
    }
  }

  /** It can't, and could not be renewed. */
  record Worthless(Heard.Trouble trouble) implements Fresh {}
}
