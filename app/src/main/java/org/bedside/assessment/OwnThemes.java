package org.bedside.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.understanding.OwnTheme;
import org.jspecify.annotations.Nullable;

/** The themes that the current organization added by examples. */
public interface OwnThemes {

  /** Those in use, by name. */
  List<Described> all();

  /** The names of those in use, in their order. */
  List<String> names();

  /** One in use. */
  Optional<Described> find(UUID id);

  /**
   * Adds one.
   *
   * @throws OwnThemeTakenException where another theme has this name
   */
  UUID add(OwnTheme theme, SignedIn by);

  /**
   * Names it anew or gives it other examples; does nothing where there is none of that id. Mentions
   * that carried the old name are looked at again.
   *
   * @throws OwnThemeTakenException where another theme has this name
   */
  void change(UUID id, OwnTheme theme, SignedIn by);

  /** Removes it with its examples; mentions that carried it are looked at again. */
  void remove(UUID id, SignedIn by);

  /**
   * Whether a theme may be called so.
   *
   * @param but the one that is to be called so, which may keep its name
   */
  boolean isFree(String name, @Nullable UUID but);

  /** A theme in use. */
  record Described(UUID id, String name, List<String> examples) {

    public Described {
      examples = List.copyOf(examples);
    }
  }
}
