package org.bedside.ui;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The places that the modules declare, as one reader may see them. */
@Component
class Rail {

  private final List<NavItem> places;
  private final List<SettingsItem> settings;
  private final List<NavCount> counts;
  private final List<LiveNotice> notices;

  Rail(
      List<NavItem> places,
      List<SettingsItem> settings,
      List<NavCount> counts,
      List<LiveNotice> notices) {
    this.places = places.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    this.settings =
        settings.stream()
            .sorted(Comparator.comparing(SettingsItem::group).thenComparingInt(SettingsItem::order))
            .toList();
    this.counts = List.copyOf(counts);
    this.notices = List.copyOf(notices);
  }

  List<NavItem> places(Viewer viewer) {
    return places.stream().filter(item -> viewer.may(item.permission())).toList();
  }

  List<SettingsItem> settings(Viewer viewer) {
    return settings.stream().filter(item -> viewer.may(item.permission())).toList();
  }

  List<LiveNotice> notices(Viewer viewer) {
    return notices.stream().filter(notice -> viewer.may(notice.permission())).toList();
  }

  /** How many urgent things wait there; 0 where nobody counts. */
  long count(String path) {
    return counts.stream()
        .filter(count -> count.path().equals(path))
        .mapToLong(NavCount::count)
        .sum();
  }
}
