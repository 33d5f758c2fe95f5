package org.bedside.listening.web;

import java.util.List;
import java.util.stream.Stream;
import org.bedside.directory.Location;
import org.bedside.understanding.OrganizationNames;
import org.jspecify.annotations.Nullable;

/**
 * What the page of proposed watches sends; each text has one name a line.
 *
 * @param chosen the queries that are to be kept
 */
public record ProposalForm(
    @Nullable String names,
    @Nullable String places,
    @Nullable String clinicians,
    @Nullable String handles,
    @Nullable List<String> chosen) {

  private static final int MOST = 50;

  static ProposalForm of(String organization, List<Location> locations) {
    Stream<String> names =
        Stream.concat(
            Stream.of(organization), locations.stream().flatMap(place -> place.names().stream()));
    Stream<String> places = locations.stream().map(Location::city);
    return new ProposalForm(lines(names), lines(places), "", "", null);
  }

  private static String lines(Stream<String> texts) {
    return String.join("\n", texts.filter(text -> !text.isBlank()).distinct().limit(MOST).toList());
  }

  OrganizationNames read() {
    return new OrganizationNames(
        entered(names), entered(places), entered(clinicians), entered(handles));
  }

  private static List<String> entered(@Nullable String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST).toList();
  }

  public String namesOrEmpty() {
    return names == null ? "" : names;
  }

  public String placesOrEmpty() {
    return places == null ? "" : places;
  }

  public String cliniciansOrEmpty() {
    return clinicians == null ? "" : clinicians;
  }

  public String handlesOrEmpty() {
    return handles == null ? "" : handles;
  }

  List<String> chosenOrNone() {
    return chosen == null ? List.of() : chosen;
  }
}
