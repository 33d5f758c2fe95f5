package org.bedside.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The places of the current organization. */
public interface Locations {

  /** Those in use, by name. */
  List<Location> current();

  /** Those in use by name, then the retired ones. */
  List<Location> all();

  /** One of them, retired or not. */
  Optional<Location> find(UUID id);

  /**
   * Adds a place.
   *
   * @throws LocationNameTakenException where one in use has this name
   */
  Location add(Description description, SignedIn by);

  /**
   * Renames or describes a place anew; does nothing where there is none of that id.
   *
   * @throws LocationNameTakenException where another one in use has this name
   */
  void change(UUID id, Description description, SignedIn by);

  /** Offers it no longer; posts keep referring to it. */
  void retire(UUID id, SignedIn by);

  /**
   * Offers it again.
   *
   * @throws LocationNameTakenException where another one in use has its name by now
   */
  void restore(UUID id, SignedIn by);

  /**
   * What is entered about a place; blanks at the ends and empty or repeated names are left out.
   *
   * @param name of 1 to 200 characters
   * @param city may be empty
   * @param otherNames at most 50
   */
  record Description(String name, String city, List<String> otherNames) {

    private static final int LONGEST = 200;
    private static final int MOST_NAMES = 50;

    public Description {
      name = shortened(name);
      city = shortened(city);
      otherNames =
          otherNames.stream()
              .map(Description::shortened)
              .filter(other -> !other.isEmpty())
              .distinct()
              .limit(MOST_NAMES)
              .toList();
      if (name.isEmpty()) {
        throw new IllegalArgumentException("A place needs a name.");
      }
    }

    private static String shortened(String text) {
      String stripped = text.replace("\u0000", "").strip();
      return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST).strip();
    }
  }
}
