package org.bedside.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bedside.identity.SignedIn;

/** What was understood of the current organization's mentions. */
public interface Assessments {

  /** Empty where there is no such mention, or it still waits. */
  Optional<Assessed> find(long mention);

  /** Those of the ids that are assessed, in the order given. */
  List<Assessed> find(Collection<Long> mentions);

  /**
   * Puts a person's judgement in the place of the software's.
   *
   * @param value in the form of {@link Judgement#value}
   * @throws IllegalArgumentException where the value is none of that part; nothing is stored then
   */
  void correct(long mention, Judgement.Part part, String value, SignedIn by);
}
