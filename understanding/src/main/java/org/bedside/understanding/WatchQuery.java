package org.bedside.understanding;

import java.util.List;
import org.bedside.understanding.watch.OneQuery;
import org.bedside.understanding.watch.QueryReader;

/**
 * One query, to check it, to try it on posts and to show which words matched. Immutable and
 * thread-safe. For many queries at once use {@link WatchSet}.
 */
public final class WatchQuery {

  private final String query;
  private final OneQuery read;

  private WatchQuery(String query, OneQuery read) {
    this.query = query;
    this.read = read;
  }

  /**
   * Reads a query in the analysts' query language ({@code docs/guide/watch-language.md}).
   *
   * @throws WatchSyntaxException with the column at which it can't be read
   */
  public static WatchQuery parse(String query) throws WatchSyntaxException {
    return new WatchQuery(query, new OneQuery(QueryReader.read(query)));
  }

  /** The query as it was written. */
  public String query() {
    return query;
  }

  /** Whether the post matches; the same answer as {@link WatchSet#match} gives. */
  public boolean matches(Post post) {
    return read.matches(post);
  }

  /**
   * The words of the post's text that made it match, from left to right, none overlapping. Words
   * side by side in quotes are one span. Empty when the post doesn't match, and when only its
   * fields did.
   */
  public List<Span> highlight(Post post) {
    return read.highlight(post);
  }

  @Override
  public String toString() {
    return query;
  }
}
