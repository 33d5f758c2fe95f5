package org.bedside.demo;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Acceptance;
import org.bedside.identity.Founding;
import org.bedside.identity.Invitation;
import org.bedside.identity.Invitations;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The sample organization, its people and its places; what is there already is left as it is. */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class SampleOrganization {

  private static final String NAME = "Larkspur Health";
  static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final String INVITED = "newcomer@larkspur.example";

  private final Founding founding;
  private final Organizations organizations;
  private final Members members;
  private final Invitations invitations;
  private final Acceptance acceptance;
  private final Locations locations;

  SampleOrganization(
      Founding founding,
      Organizations organizations,
      Members members,
      Invitations invitations,
      Acceptance acceptance,
      Locations locations) {
    this.founding = founding;
    this.organizations = organizations;
    this.members = members;
    this.invitations = invitations;
    this.acceptance = acceptance;
    this.locations = locations;
  }

  /** The sample organization, founded where this installation has none; empty beside others. */
  Optional<OrganizationId> found() {
    if (founding.isFirstVisit()) {
      return Optional.of(
          founding.foundFirst(
              new Founding.Request(
                  NAME,
                  ZONE,
                  List.of(),
                  Colleague.ADMINISTRATOR.fullName(),
                  Colleague.ADMINISTRATOR.email(),
                  Colleague.PASSWORD)));
    }
    return organizations.all().stream().filter(this::isSample).findFirst();
  }

  private boolean isSample(OrganizationId organization) {
    return CurrentOrganization.<Boolean, RuntimeException>call(
        organization, () -> member(Colleague.ADMINISTRATOR).isPresent());
  }

  /** When it was founded, and with it the moment before which all was published. */
  Member administrator() {
    return member(Colleague.ADMINISTRATOR).orElseThrow();
  }

  /** Lets everybody who is missing join. */
  void people() {
    SignedIn administrator = signedIn(Colleague.ADMINISTRATOR);
    for (Colleague colleague : Colleague.values()) {
      if (member(colleague).isEmpty()) {
        String token = invite(colleague.email(), colleague.roles(), administrator);
        if (!acceptance.accept(token, colleague.fullName(), Colleague.PASSWORD)) {
          throw new IllegalStateException(colleague + " could not join the demo");
        }
      }
    }
    if (!administrator().roles().equals(Colleague.ADMINISTRATOR.roles())) {
      members.assignRoles(administrator.id(), Colleague.ADMINISTRATOR.roles(), administrator);
    }
    invite(INVITED, Set.of(Role.COMMUNICATIONS, Role.PATIENT_EXPERIENCE), administrator);
  }

  /** A filling that was cut off may have left the same invitation open. */
  private String invite(String email, Set<Role> roles, SignedIn by) {
    for (Invitation left : invitations.open()) {
      if (left.email().equals(email)) {
        invitations.revoke(left.id(), by);
      }
    }
    return invitations.invite(email, roles, by).token();
  }

  /** Adds the places that are missing. */
  Map<Place, UUID> places() {
    SignedIn administrator = signedIn(Colleague.ADMINISTRATOR);
    Map<Place, UUID> ids = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      ids.put(
          place,
          locations.current().stream()
              .filter(known -> known.name().equals(place.description().name()))
              .map(Location::id)
              .findFirst()
              .orElseGet(() -> locations.add(place.description(), administrator).id()));
    }
    return ids;
  }

  /** That person, as if they had signed in. */
  SignedIn signedIn(Colleague colleague) {
    Member member = member(colleague).orElseThrow();
    OrganizationId organization = CurrentOrganization.get();
    return new SignedIn(
        member.id(),
        false,
        member.name(),
        organization.value(),
        NAME,
        ZONE,
        colleague.permissions());
  }

  private Optional<Member> member(Colleague colleague) {
    return members.current().stream()
        .filter(member -> member.email().equals(colleague.email()))
        .findFirst();
  }
}
