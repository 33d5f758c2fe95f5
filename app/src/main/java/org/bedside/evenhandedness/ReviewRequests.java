package org.bedside.evenhandedness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.directory.Location;
import org.bedside.identity.SignedIn;

/**
 * Who is asked for a review, chosen so that it can be checked later. Nothing is sent from here, and
 * lists are not kept.
 */
public interface ReviewRequests {

  /**
   * Chooses by a seed that is drawn now, and records the choice.
   *
   * @param list as {@link ContactList} reads it
   */
  Made make(Plan plan, List<Contact> list, SignedIn by);

  /** The latest ones, newest first. */
  List<ReviewRequest> latest(int most);

  Optional<ReviewRequest> find(UUID id);

  /**
   * What the choice is about.
   *
   * @param from first day on which the people of the list were seen, not behind {@code until}
   */
  record Plan(Location place, LocalDate from, LocalDate until, Selection selection) {}

  /** What was recorded, and who is to be asked, which is not. */
  record Made(ReviewRequest recorded, Choice choice) {}
}
