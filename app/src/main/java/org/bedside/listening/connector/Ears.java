package org.bedside.listening.connector;

import java.util.List;
import org.bedside.listening.Remark;

/** Takes what a stream brings. */
public interface Ears {

  /**
   * Stores posts and cursor in one transaction and returns then; so a stream that brings more than
   * can be stored is read more slowly, and nothing is dropped.
   *
   * @throws InterruptedException when the source was paused, removed or taken over
   */
  void hear(Heard.Posts posts) throws InterruptedException;

  /**
   * Keeps what is left out now although the stream goes on, in place of what was said before; none
   * where nothing is.
   */
  void remark(List<Remark> remarks) throws InterruptedException;

  /** Nothing came for a while, but the connection lives. */
  void quiet() throws InterruptedException;
}
