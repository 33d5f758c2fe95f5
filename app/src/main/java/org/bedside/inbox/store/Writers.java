package org.bedside.inbox.store;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.stereotype.Component;

/** Those who wrote a reply that goes out later, with what they may do by then. */
@Component
class Writers {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Members members;
  private final Organizations organizations;

  Writers(Members members, Organizations organizations) {
    this.members = members;
    this.organizations = organizations;
  }

  /** The person as if signed in now; empty where they don't work here any more. */
  Optional<SignedIn> find(UUID membership) {
    Organizations.Details here = organizations.current();
    return members
        .find(membership)
        .map(
            member ->
                new SignedIn(
                    member.id(),
                    false,
                    member.name(),
                    here.id().value(),
                    here.name(),
                    here.zone(),
                    permissions(member.roles())));
  }

  /** The software itself, where nobody does it. */
  SignedIn software() {
    Organizations.Details here = organizations.current();
    return new SignedIn(
        NOBODY, false, "Bedside", here.id().value(), here.name(), here.zone(), Set.of());
  }

  private static Set<Permission> permissions(Set<Role> roles) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> all.addAll(role.permissions()));
    return all;
  }
}
