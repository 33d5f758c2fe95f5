package org.bedside.listening.connector;

import java.net.URI;
import java.util.List;
import org.bedside.listening.RawPost;

/** What was found at an address. */
public sealed interface Look {

  /** At least one thing to listen to, the likeliest first. */
  record Found(List<Candidate> candidates) implements Look {
    public Found {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Nothing to listen to.
   *
   * @param code message key of the sentence that says why and what to do
   */
  record Nothing(String code, String detail) implements Look {}

  /**
   * Something to listen to.
   *
   * @param title as it calls itself, or its host
   * @param format such as {@code RSS 2.0}
   * @param posts its newest, ten at most
   * @param total how many it carries now
   */
  record Candidate(URI url, String title, String format, List<RawPost> posts, int total) {
    public Candidate {
      posts = List.copyOf(posts);
    }
  }
}
