package org.bedside.improvement.web;

import java.util.List;
import org.bedside.improvement.Counts;
import org.bedside.improvement.Group;
import org.bedside.improvement.Improvements.Quote;
import org.jspecify.annotations.Nullable;

/**
 * One group as a reader sees it.
 *
 * @param clinician empty where its posts name nobody
 * @param said how many speak well and ill of it, and how many ask for something, in a sentence
 * @param change against the period before, in a sentence
 * @param quotes a few words of its posts, untrusted
 * @param posts address of the posts on its theme and place
 * @param ticket address of the form that opens a ticket from it
 */
public record GroupView(
    Group group,
    String theme,
    String place,
    String clinician,
    String said,
    String change,
    List<Quote> quotes,
    String posts,
    String ticket) {

  public GroupView {
    quotes = List.copyOf(quotes);
  }

  /** All that it is about, to be read aloud behind the name of a link. */
  public String about() {
    return clinician.isEmpty() ? theme + ", " + place : theme + ", " + place + ", " + clinician;
  }

  /** The share of negative mentions in the period before, 0 to 1, or null where too few. */
  public @Nullable Double shareBefore() {
    Counts before = group.before();
    return before == null ? null : before.shareNegative();
  }
}
