package org.bedside.listening.connector;

import java.util.List;
import org.bedside.listening.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A stream that tells everybody the same, so that one connection serves all who listen to an
 * address without a credential. Of a target it uses the address and the cursor only; every post and
 * every withdrawal is keyed; what it hands over stands as it does after the last event of it, so
 * that hearing a part of it again changes nothing.
 */
public interface Shareable extends Streaming {

  /**
   * Where in the stream a cursor stands: everything up to there was heard. It rises along the
   * stream, in a unit of the stream's own.
   *
   * @return below 0 where it stands nowhere, so that the stream begins with now
   */
  long position(@Nullable String cursor);

  /**
   * How far before a cursor the stream is heard again by whoever changes the connection, in the
   * unit of {@link #position}; {@link #follow} does so by itself.
   */
  long overlap();

  /**
   * A source's cursor after it has heard what another's connection brought.
   *
   * @param own the source's cursor before, with what it remembers of itself
   * @param reached the cursor that the connection handed over
   * @param sinceItBegan whether the source has listened since the connection began, so that what
   *     was missing there is missing for it as well
   */
  @Nullable String carry(@Nullable String own, @Nullable String reached, boolean sinceItBegan);

  /** What is to be remarked, as {@link Ears#remark}, about a source with this cursor. */
  List<Remark> remarks(@Nullable String cursor);
}
