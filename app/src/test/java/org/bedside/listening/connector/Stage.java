package org.bedside.listening.connector;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A server on 127.0.0.1 that sends by itself, as a test tells it. */
public interface Stage extends AutoCloseable {

  /** How a connection ends after its messages. */
  enum Ending {
    /** As an orderly server ends it. */
    ENDS,
    /** As if the cable were pulled. */
    BREAKS,
    /** Not at all; nothing more comes. */
    STAYS
  }

  /** What is entered as the source's address. */
  URI base();

  /** Every connection from now on is sent these, whatever it asks for. */
  default void plays(List<byte[]> messages, Ending ending) {
    plays(asked -> messages, ending);
  }

  /** Every connection from now on is sent what there is for the path and query it asks for. */
  void plays(Function<String, List<byte[]>> messages, Ending ending);

  /** Every connection from now on is refused. */
  void refuses(int status, Map<String, String> headers) throws IOException;

  /** Path and query of each connection, oldest first. */
  List<String> asked();

  @Override
  void close();
}
