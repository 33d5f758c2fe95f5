package org.bedside.listening;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.listening.connector.Credential;
import org.jspecify.annotations.Nullable;

/** Listening to the sources of the current organization that are asked for posts. */
public interface Listening {

  /**
   * Adds a source that is asked from now on.
   *
   * @param connector the way of listening
   * @throws NameTakenException where one of that name exists
   */
  Source begin(
      String name,
      URI url,
      String connector,
      Source.Takes takes,
      @Nullable UUID location,
      @Nullable Credential credential,
      SignedIn by);

  /** What a source is asked with; empty where it needs nothing. Never to be shown whole. */
  Optional<Credential> credential(UUID source);

  /**
   * Keeps another credential for a source and makes it due, so that people soon see whether it
   * works.
   *
   * @param credential null where the source needs none any more
   */
  void changeCredential(UUID source, @Nullable Credential credential, SignedIn by);

  /** How each source is doing. */
  Map<UUID, SourceHealth> health();

  /** How many posts of a source are stored; takes the longer the more there are. */
  long posts(UUID source);

  /** The newest posts of a source by the time they were published. */
  List<StoredPost> lastPosts(UUID source, int limit);

  /** The newest posts of all sources, from {@code limit} back. */
  List<StoredPost> recentPosts(int limit);

  /** Makes the source due at once, whatever it waited for. */
  void makeDue(UUID source);
}
