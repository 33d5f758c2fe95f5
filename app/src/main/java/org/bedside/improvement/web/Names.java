package org.bedside.improvement.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Topic;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/** Topics in the reader's words. */
final class Names {

  private final Page page;
  private final Map<UUID, Location> places;

  Names(Page page, Locations locations) {
    this.page = page;
    this.places =
        locations.all().stream().collect(Collectors.toMap(Location::id, Function.identity()));
  }

  /** A label of the theme framework by its plain name; an own theme as it is called. */
  String theme(String label) {
    if (label.isEmpty()) {
      return page.text("improve.no-theme");
    }
    String slug =
        Normalizer.normalize(label, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return page.hasText("theme." + slug) ? page.text("theme." + slug) : label;
  }

  /** The place of a group; one that is no longer known has no name. */
  String placeOfGroup(@Nullable UUID location) {
    return place(location, "improve.no-place");
  }

  /** The place of a ticket. */
  String placeOfTicket(@Nullable UUID location) {
    return place(location, "improve.all-places");
  }

  private String place(@Nullable UUID location, String none) {
    Location place = location == null ? null : places.get(location);
    return place == null ? page.text(none) : place.name();
  }

  /** Empty where the topic is about nobody alone. */
  static String clinician(Topic topic) {
    Clinician clinician = topic.clinician();
    return clinician == null ? "" : clinician.name();
  }
}
