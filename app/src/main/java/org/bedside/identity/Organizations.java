package org.bedside.identity;

import java.time.ZoneId;
import java.util.List;
import org.bedside.database.OrganizationId;

/** The organizations of this installation. */
public interface Organizations {

  /** All of them, for work that goes from one to the next. */
  List<OrganizationId> all();

  /** The current one's name and zone. */
  Details current();

  record Details(OrganizationId id, String name, ZoneId zone, String language) {}

  /** Changes the current one. */
  void change(String name, ZoneId zone, SignedIn by);
}
