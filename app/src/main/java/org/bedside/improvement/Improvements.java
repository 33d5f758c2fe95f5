package org.bedside.improvement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people of the current organization's mentions love and what they want changed. */
public interface Improvements {

  /**
   * Mentions by theme, place and clinician.
   *
   * @param location only what is about this place; null for all, those without a place too
   */
  RollUp rollUp(Period period, @Nullable UUID location);

  /**
   * A few words out of the posts of these groups, those that ask for something first. Words that
   * hold something by which somebody could be known are left out, and so are those of a post that
   * was edited since it was read.
   *
   * @param groups that are shown; what {@link RollUp} left out has no words here either
   */
  List<Quote> quotes(List<Group> groups, Period period);

  /** The clinician of that key, as posts call them; empty where none names them. */
  Optional<Clinician> clinician(String id);

  /** What is said of the ticket's topic before it was opened and after it was closed. */
  Effect effect(Ticket closed);

  /**
   * Words out of a post, untrusted.
   *
   * @param asks whether they ask for something
   */
  record Quote(Topic topic, boolean asks, String words) {}
}
