package org.bedside.channels.connecting;

import java.util.UUID;
import org.bedside.channels.Channels;
import org.jspecify.annotations.Nullable;

/** What came of what a person brought back. */
public sealed interface End {

  /** The account is kept, and its network was asked whether it works. */
  record Added(String name, Channels.Checked checked) implements End {}

  /** The account that was there has new keys. */
  record Renewed(String name, String handle) implements End {}

  /**
   * Several were granted; one is to be chosen.
   *
   * @param word that leads to the choice
   */
  record Choose(String word) implements End {}

  /**
   * Nothing was changed.
   *
   * @param wish that it came of; null where the answer belongs to none
   */
  record Failed(Trouble why, @Nullable Wish wish) implements End {

    /** The account that keeps the keys that it has; null where one was to be added. */
    public @Nullable UUID channel() {
      return wish == null ? null : wish.channel();
    }
  }
}
