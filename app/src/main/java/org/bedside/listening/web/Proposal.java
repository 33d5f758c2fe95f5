package org.bedside.listening.web;

import java.util.List;
import org.bedside.listening.StoredPost;
import org.bedside.understanding.ProposedWatch;

/**
 * A watch that is proposed, and what it would have matched.
 *
 * @param alone how many stored posts the name alone would have matched
 */
public record Proposal(ProposedWatch watch, WatchPreview preview, int alone) {

  private static final int EXAMPLES = 3;

  static Proposal of(ProposedWatch watch, List<StoredPost> posts) {
    WatchPreview preview = WatchPreview.of(watch.query(), posts);
    int alone =
        watch.ambiguity() == null
            ? preview.matched()
            : WatchPreview.of(watch.plain(), posts).matched();
    return new Proposal(watch, preview, alone);
  }

  public List<WatchPreview.Sample> examples() {
    return preview.samples().stream().limit(EXAMPLES).toList();
  }

  /** The key of the words that say why the name alone is not enough; empty where it is. */
  public String ambiguityKey() {
    ProposedWatch.Ambiguity ambiguity = watch.ambiguity();
    return ambiguity == null ? "" : "listening.propose-" + ambiguity.key();
  }
}
