package org.bedside.inbox.web;

import java.util.List;
import org.bedside.channels.Channel;

/**
 * How a reply could go out by itself.
 *
 * @param accounts on the post's network; none where it is answered by hand
 */
public record Outgoing(List<Channel> accounts) {

  public Outgoing {
    accounts = List.copyOf(accounts);
  }

  public boolean possible() {
    return !accounts.isEmpty();
  }

  /** Whether pictures can go with a reply through any of them. */
  public boolean takesPictures() {
    return accounts.stream().anyMatch(account -> account.rules().attachments() > 0);
  }

  /** Whether every account is paused: what is ordered waits. */
  public boolean allPaused() {
    return accounts.stream().allMatch(Channel::paused);
  }
}
