package org.bedside.understanding;

import java.util.Locale;
import java.util.Optional;
import org.bedside.understanding.stories.StoryText;
import org.jspecify.annotations.Nullable;

/**
 * What a post is recognised by when the same text comes from several sources: repeated as it is,
 * syndicated under another headline, lightly edited, or quoted with words added.
 *
 * <p>Links, handles, {@code RT}, agency datelines, case, diacritics and punctuation don't count.
 * Texts of fewer than eight words, and what people say of their own experience (posts with a rating
 * or a question), are held to be one only where that can't be chance; what frames all entries of
 * one source alike says nothing. Immutable and thread-safe; any text gives a print, in time linear
 * in its length.
 */
public final class StoryPrint {

  /** How two posts are one story, the surest first. */
  public enum Kind {
    /** Word for word. */
    EXACT,
    /** The body of one is in the other, with a headline, a source's name or the like added. */
    SYNDICATED,
    /** Words changed here and there. */
    EDITED,
    /** One holds a long run of the other among words of its own. */
    QUOTED
  }

  private final StoryText text;
  private final @Nullable String author;
  private final @Nullable String source;
  private final boolean opinion;

  private StoryPrint(
      StoryText text, @Nullable String author, @Nullable String source, boolean opinion) {
    this.text = text;
    this.author = author;
    this.source = source;
    this.opinion = opinion;
  }

  /** The print of {@code post}'s text. */
  public static StoryPrint of(Post post) {
    String author = post.author();
    return new StoryPrint(
        StoryText.of(post.text()),
        author == null || author.isBlank() ? null : author.strip().toLowerCase(Locale.ROOT),
        post.source(),
        post.rating() != null || post.question() != null);
  }

  /**
   * What to look others up by; posts that share no key are not one story. The first stands for the
   * whole text. At most 256, none for a post without words.
   */
  public long[] keys() {
    return text.keys();
  }

  /** How the two posts are one story; empty where they are two. Symmetric. */
  public Optional<Kind> sameStory(StoryPrint other) {
    boolean sameAuthor = author != null && author.equals(other.author);
    boolean sameSource = source != null && source.equals(other.source);
    return Optional.ofNullable(
        text.compare(other.text, sameAuthor, sameSource, opinion && other.opinion));
  }
}
