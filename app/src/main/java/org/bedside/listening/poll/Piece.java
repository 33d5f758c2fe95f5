package org.bedside.listening.poll;

import java.time.Instant;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/**
 * What a connection brought at once, as it is held for those who listen.
 *
 * @param position how far the connection had come after it
 * @param bytes of memory, as many as it takes or more
 */
record Piece(Heard.Posts posts, long position, Instant at, long bytes) {

  /** The record, its lists and its place among the others. */
  private static final long FRAME = 400;

  /** A post's own fields, its time and its place in the list. */
  private static final long POST = 160;

  /** A text beside its characters: the object, its array and their rounding. */
  private static final long TEXT = 48;

  private static final long REACH = 160;

  static Piece of(Heard.Posts posts, long position, Instant at) {
    long bytes = FRAME + text(posts.cursor());
    for (RawPost post : posts.posts()) {
      bytes += POST + bytes(post);
    }
    return new Piece(
        posts, position, at, bytes + texts(posts.withdrawn()) + texts(posts.withdrawnBelow()));
  }

  /** The same where the connection had come this far already. */
  Piece reaching(long end) {
    return end == position ? this : new Piece(posts, end, at, bytes);
  }

  private static long bytes(RawPost post) {
    Reach reach = post.reach();
    return text(post.externalId())
        + text(post.text())
        + text(post.title())
        + text(post.question())
        + text(post.author())
        + text(post.url())
        + text(post.lang())
        + text(post.country())
        + text(post.replyTo())
        + (reach == null ? 0 : REACH);
  }

  private static long texts(List<String> texts) {
    long bytes = 0;
    for (String text : texts) {
      bytes += Long.BYTES + text(text);
    }
    return bytes;
  }

  /** As if each character took two bytes, which Latin letters alone don't. */
  private static long text(@Nullable String text) {
    return text == null ? 0 : TEXT + 2L * text.length();
  }
}
