package org.bedside.listening.bluesky;

import java.util.List;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/**
 * One message of a stream.
 *
 * @param position of the message in the stream; below 0 where it has none
 * @param end why the stream has to be left after it
 * @param forget whether the cursor stands for nothing on this server
 */
record Frame(long position, List<Event> events, Heard.@Nullable Trouble end, boolean forget) {

  /** Nothing in it is for us. */
  static final Frame NOTHING = new Frame(-1, List.of(), null, false);

  Frame {
    events = List.copyOf(events);
  }

  static Frame at(long position, List<Event> events) {
    return new Frame(position, events, null, false);
  }
}
