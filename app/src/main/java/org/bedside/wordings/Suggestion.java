package org.bedside.wordings;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply made of approved wordings, which the guard lets pass as it stands.
 *
 * @param parts the wordings that it is made of, in their order
 * @param names what they are called
 * @param text in the language of the post, its variables filled
 * @param other the same in the other language; empty where there is none that may be shown
 * @param theme the theme that it answers, or null where it answers the post as a whole
 * @param occasion what it answers
 */
public record Suggestion(
    List<UUID> parts,
    List<String> names,
    Language language,
    String text,
    String other,
    @Nullable String theme,
    Occasion occasion) {

  public Suggestion {
    parts = List.copyOf(parts);
    names = List.copyOf(names);
  }
}
