package org.bedside.understanding.teaching;

import java.util.List;
import org.bedside.understanding.judge.Reading;

/**
 * The heads of one organization.
 *
 * @param shelf its examples and the posts of its lessons
 */
record Learned(
    Background background, Shelf shelf, List<OwnThemeHead> ownThemes, LessonHeads lessons)
    implements Taught {

  @Override
  public Hearing hear(Reading reading) {
    return reading.segments() == 0 ? Silence.SILENCE : new Listening(this, reading);
  }
}
