package org.bedside.inbox.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Cases;
import org.bedside.inbox.SavedView;
import org.bedside.inbox.SavedViews;
import org.bedside.inbox.Team;
import org.bedside.inbox.Teams;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the saved views together for a reader, with what each finds. */
@Component
class ViewTabs {

  private static final int COUNTED_UP_TO = 100;

  /** Beyond so many nobody compares numbers. */
  private static final int MOST_COUNTED = 12;

  private final SavedViews views;
  private final Cases cases;
  private final Teams teams;

  ViewTabs(SavedViews views, Cases cases, Teams teams) {
    this.views = views;
    this.cases = cases;
    this.teams = teams;
  }

  @Transactional(readOnly = true)
  public InboxViews of(InboxParams params, SignedIn who, Locale locale) {
    String query = query(params);
    List<UUID> mine =
        teams.all().stream()
            .filter(team -> team.members().contains(who.id()))
            .map(Team::id)
            .toList();
    List<InboxViews.Shown> shown = new ArrayList<>();
    SavedView current = null;
    for (SavedView view : views.of(who)) {
      boolean here = view.query().equals(query);
      current = here && current == null ? view : current;
      String count = shown.size() < MOST_COUNTED ? count(view, who, mine, locale) : null;
      shown.add(new InboxViews.Shown(view, count, here));
    }
    return new InboxViews(shown, current, query);
  }

  private String count(SavedView view, SignedIn who, List<UUID> mine, Locale locale) {
    int found = cases.count(read(view.query()).filter(who.id(), who.zone(), mine), COUNTED_UP_TO);
    String number =
        NumberFormat.getIntegerInstance(locale).format(Math.min(found, COUNTED_UP_TO - 1));
    return found < COUNTED_UP_TO ? number : number + "+";
  }

  /** The filter as it is kept: everything open is no filter at all. */
  static String query(InboxParams params) {
    String query = InboxLists.query(params, null).replaceFirst("^\\?", "");
    return query.equals("state=open") ? "" : query;
  }

  /** The filter that a kept query stands for. */
  static InboxParams read(String query) {
    Map<String, String> parts = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new InboxParams(
        parts.get("state"),
        parts.get("source"),
        parts.get("watch"),
        parts.get("sentiment"),
        parts.get("theme"),
        parts.get("rating"),
        parts.get("location"),
        parts.get("assignee"),
        parts.get("team"),
        parts.get("label"),
        parts.get("q"),
        parts.get("from"),
        parts.get("until"),
        parts.get("order"));
  }
}
