package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Mastodon and its like for public, hashtag and list timelines and for accounts. */
@Component
class MastodonConnector implements Polling {

  private final Reader reader;
  private final Finder finder;

  MastodonConnector(Outbound outbound, Clock clock) {
    this.reader = new Reader(outbound, clock);
    this.finder = new Finder(outbound, clock);
  }

  @Override
  public String type() {
    return "mastodon";
  }

  /** Not the address of a whole site, which may be anything; chosen by name, it is looked at. */
  @Override
  public boolean accepts(URI address) {
    return Finder.isAccount(address) || Timeline.of(address).isPresent();
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.secret(Server.TOKEN).optional());
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    return finder.look(address, credential, timeline -> true);
  }

  @Override
  public Heard listen(Target target) {
    return reader.read(target);
  }
}
