package org.bedside.demo;

import org.bedside.identity.Role;

/** The invented people who work for the sample organization. */
enum Colleague {
  ADMINISTRATOR("demo@larkspur.example", "Robin Ashgrove", Role.ADMINISTRATOR),
  COMMUNICATIONS("communications@larkspur.example", "Jules Fennimore", Role.COMMUNICATIONS),
  PRIVACY("privacy@larkspur.example", "Sasha Aldwater", Role.PRIVACY_OFFICER),
  EXPERIENCE("experience@larkspur.example", "Kit Merrivale", Role.PATIENT_EXPERIENCE),
  CLINICIAN("clinician@larkspur.example", "Dr. Noa Talbrook", Role.CLINICIAN);

  /** Of every one of them; the demo is served to this machine only. */
  static final String PASSWORD = "larkspur-demo";

  private final String email;
  private final String fullName;
  private final Role role;

  Colleague(String email, String fullName, Role role) {
    this.email = email;
    this.fullName = fullName;
    this.role = role;
  }

  String email() {
    return email;
  }

  String fullName() {
    return fullName;
  }

  Role role() {
    return role;
  }
}
