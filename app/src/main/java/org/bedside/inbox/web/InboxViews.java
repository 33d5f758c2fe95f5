package org.bedside.inbox.web;

import java.util.List;
import org.bedside.inbox.SavedView;
import org.jspecify.annotations.Nullable;

/**
 * The saved views above the list.
 *
 * @param current the one whose filter is shown, or null
 * @param query the filter that is shown, as it would be kept
 */
public record InboxViews(List<Shown> views, @Nullable SavedView current, String query) {

  /**
   * @param count how many it finds, up to 99+; null where it isn't counted
   */
  public record Shown(SavedView view, @Nullable String count, boolean current) {

    public String href() {
      return view.query().isEmpty() ? "/inbox?state=open" : "/inbox?" + view.query();
    }
  }
}
