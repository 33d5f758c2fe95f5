package org.bedside.identity;

import java.time.ZoneId;
import java.util.List;
import org.bedside.database.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Sets up organizations. */
public interface Founding {

  /** Whether this installation has no organization yet. */
  boolean isFirstVisit();

  /**
   * Sets up the first organization with its first administrator, who signs in by password.
   *
   * @throws AlreadyFoundedException where there is one already
   */
  OrganizationId foundFirst(Request request);

  /**
   * The same for a program, which gets a token to go on with.
   *
   * @throws AlreadyFoundedException where there is one already
   */
  Founded foundFirstWithToken(Request request);

  /**
   * Sets up a further organization; an existing person of that e-mail becomes its administrator.
   */
  OrganizationId found(Request request);

  /** Sets up a further organization, whose administrator is {@code by}. */
  OrganizationId foundFurther(String name, ZoneId zone, List<String> locations, SignedIn by);

  /**
   * @param locations names of its places, may be empty
   */
  record Request(
      String organization,
      ZoneId zone,
      List<String> locations,
      String adminName,
      String adminEmail,
      String password) {

    public Request {
      locations = List.copyOf(locations);
    }

    /** The message key of what is wrong with it, or null. */
    public @Nullable String problem() {
      if (organization.isBlank()) {
        return "setup.organization-missing";
      }
      if (!adminEmail.matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
        return "setup.email-invalid";
      }
      return password.length() < 10 ? "setup.password-short" : null;
    }

    @Override
    public String toString() {
      return "Request[" + organization + ", password hidden]";
    }
  }

  /**
   * @param token an API token of the new organization with every permission of an administrator
   */
  record Founded(OrganizationId organization, String token) {

    @Override
    public String toString() {
      return "Founded[" + organization + ", token hidden]";
    }
  }
}
