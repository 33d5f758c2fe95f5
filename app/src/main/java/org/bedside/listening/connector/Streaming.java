package org.bedside.listening.connector;

/** A source that sends by itself for as long as we listen. */
public interface Streaming extends Connector {

  /**
   * Connects, first catches up from the target's cursor, then hands over what comes until the
   * connection ends or this thread is interrupted. Whoever calls connects again, later the oftener
   * it failed.
   *
   * @return why it ended
   * @throws InterruptedException when told to stop
   */
  Heard.Trouble follow(Target target, Ears ears) throws InterruptedException;
}
