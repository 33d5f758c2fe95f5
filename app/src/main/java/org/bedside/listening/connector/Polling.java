package org.bedside.listening.connector;

/** A source that is asked again and again. */
public interface Polling extends Connector {

  /**
   * Fetches what is new since the target's cursor. One call makes few requests: what is left is
   * fetched by the next call, which {@link Heard.Posts#again} may ask for at once.
   */
  Heard listen(Target target);
}
