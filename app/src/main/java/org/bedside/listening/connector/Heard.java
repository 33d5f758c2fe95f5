package org.bedside.listening.connector;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.jspecify.annotations.Nullable;

/** What came of listening once. */
public sealed interface Heard {

  /**
   * Posts, new ones among them or not. A known post with other words is stored as an edit, one with
   * another reach only counted anew.
   *
   * @param withdrawn external ids that the source says it deleted
   * @param cursor to be stored in the transaction that stores the posts
   * @param renewed a credential that replaces the old one, which may be worthless by now; stored in
   *     the same transaction
   * @param again when to ask next, where the source says so or more is waiting; null leaves it to
   *     the rhythm
   * @param backTo while older posts are being fetched: how far back they have been
   * @param withdrawnBelow beginnings of external ids; whatever begins so is withdrawn, such as all
   *     that a deleted account wrote
   * @param offer which hubs would push this source; null where its kind knows no hubs
   * @param remarks all that is left out now although nothing went wrong, in place of what was said
   *     before; null where nothing was found out about that
   * @param whole where all that the source shows was found, for those that show all each time; null
   *     where only what is new was asked for
   */
  record Posts(
      List<RawPost> posts,
      List<String> withdrawn,
      @Nullable String cursor,
      @Nullable Credential renewed,
      @Nullable Duration again,
      @Nullable Instant backTo,
      List<String> withdrawnBelow,
      @Nullable PushOffer offer,
      @Nullable List<Remark> remarks,
      @Nullable URI whole)
      implements Heard {
    public Posts {
      posts = List.copyOf(posts);
      withdrawn = List.copyOf(withdrawn);
      withdrawnBelow = List.copyOf(withdrawnBelow);
      remarks = remarks == null ? null : List.copyOf(remarks);
    }

    public Posts(
        List<RawPost> posts,
        List<String> withdrawn,
        @Nullable String cursor,
        @Nullable Credential renewed,
        @Nullable Duration again,
        @Nullable Instant backTo) {
      this(posts, withdrawn, cursor, renewed, again, backTo, List.of(), null, null, null);
    }

    public Posts(List<RawPost> posts, List<String> withdrawn, @Nullable String cursor) {
      this(posts, withdrawn, cursor, null, null, null);
    }

    /** The same with a credential that replaces the old one. */
    public Posts renewing(@Nullable Credential credential) {
      return new Posts(
          posts,
          withdrawn,
          cursor,
          credential,
          again,
          backTo,
          withdrawnBelow,
          offer,
          remarks,
          whole);
    }

    /** The same with another cursor. */
    public Posts upTo(@Nullable String reached) {
      return new Posts(
          posts, withdrawn, reached, renewed, again, backTo, withdrawnBelow, offer, remarks, whole);
    }

    /** The same, and all that begins so is withdrawn. */
    public Posts withoutAllBelow(List<String> beginnings) {
      return new Posts(
          posts, withdrawn, cursor, renewed, again, backTo, beginnings, offer, remarks, whole);
    }

    /** The same, and these hubs would push it. */
    public Posts offering(PushOffer hubs) {
      return new Posts(
          posts, withdrawn, cursor, renewed, again, backTo, withdrawnBelow, hubs, remarks, whole);
    }

    /** The same, and it is all that the source shows, found there. */
    public Posts wholeFrom(URI foundAt) {
      return new Posts(
          posts,
          withdrawn,
          cursor,
          renewed,
          again,
          backTo,
          withdrawnBelow,
          offer,
          remarks,
          foundAt);
    }

    /** The same while older posts are fetched: more waits. */
    public Posts continuing(Duration next, @Nullable Instant reached) {
      return new Posts(
          posts, withdrawn, cursor, renewed, next, reached, withdrawnBelow, offer, remarks, whole);
    }

    /** The same, and this is all that is left out now; none where nothing is. */
    public Posts remarking(List<Remark> now) {
      return new Posts(
          posts, withdrawn, cursor, renewed, again, backTo, withdrawnBelow, offer, now, whole);
    }
  }

  /** Nothing has changed since the cursor. */
  record Unchanged() implements Heard {}

  /**
   * It didn't work. What is known stays as it is.
   *
   * @param code message key of the sentence that says what happened and what to do
   * @param detail the sentence's first value, such as a host or a status
   * @param retryAfter how long the other side asks us to stay away
   * @param renewed a credential that was renewed before it went wrong, and must not be lost
   */
  record Trouble(
      String code, String detail, @Nullable Duration retryAfter, @Nullable Credential renewed)
      implements Heard {

    public Trouble(String code, String detail, @Nullable Duration retryAfter) {
      this(code, detail, retryAfter, null);
    }

    public Trouble renewing(@Nullable Credential credential) {
      return new Trouble(code, detail, retryAfter, credential);
    }
  }
}
