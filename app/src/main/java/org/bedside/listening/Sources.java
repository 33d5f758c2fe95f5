package org.bedside.listening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** The sources of the current organization. */
public interface Sources {

  /** All of them, by name. */
  List<Source> all();

  Optional<Source> find(UUID id);

  /**
   * Adds a source.
   *
   * @throws NameTakenException where one of that name exists, in whatever case
   */
  Source add(
      Source.Kind kind,
      String name,
      @Nullable String url,
      Source.Takes takes,
      @Nullable UUID location,
      SignedIn by);

  /** The source of that name, added as one whose posts are all mentions where there is none. */
  Source named(String name, Source.Kind kindIfNew, SignedIn by);

  void change(UUID id, String name, Source.Takes takes, @Nullable UUID location, SignedIn by);

  void pause(UUID id, SignedIn by);

  void resume(UUID id, SignedIn by);

  /** Removes the source with its posts and all that rests on them. */
  void remove(UUID id, SignedIn by);
}
