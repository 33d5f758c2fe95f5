package org.bedside.demo;

import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;

/** The invented people who work for the sample organization. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of gives sets that nobody can change
enum Colleague {
  /** Plays a second part, so that whoever tries the demo may also read what was confided. */
  ADMINISTRATOR(
      "demo@larkspur.example", "Robin Ashgrove", Role.ADMINISTRATOR, Role.PATIENT_EXPERIENCE),
  COMMUNICATIONS("communications@larkspur.example", "Jules Fennimore", Role.COMMUNICATIONS),
  PRIVACY("privacy@larkspur.example", "Sasha Aldwater", Role.PRIVACY_OFFICER),
  EXPERIENCE("experience@larkspur.example", "Kit Merrivale", Role.PATIENT_EXPERIENCE),
  CLINICIAN("clinician@larkspur.example", "Dr. Noa Talbrook", Role.CLINICIAN);

  /** Of every one of them; the demo is served to this machine only. */
  static final String PASSWORD = "larkspur-demo";

  private final String email;
  private final String fullName;
  private final Set<Role> roles;

  Colleague(String email, String fullName, Role... roles) {
    this.email = email;
    this.fullName = fullName;
    this.roles = Set.of(roles);
  }

  String email() {
    return email;
  }

  String fullName() {
    return fullName;
  }

  Set<Role> roles() {
    return roles;
  }

  Set<Permission> permissions() {
    return roles.stream()
        .flatMap(role -> role.permissions().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
