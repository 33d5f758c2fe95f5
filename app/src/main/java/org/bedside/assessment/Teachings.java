package org.bedside.assessment;

import java.util.List;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Teaching;

/** All that the current organization taught, read from its rows. */
public interface Teachings {

  /**
   * Its own themes, and the latest correction of each judgement whose post is still there in the
   * words that were corrected.
   */
  Teaching current();

  /** The own themes alone, with what corrections added to their examples. */
  List<OwnTheme> themes();
}
