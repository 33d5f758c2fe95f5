package org.bedside.identity;

import static org.bedside.identity.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** The part a person plays; one person may play several. */
public enum Role {
  /**
   * Runs the installation for the organization. May not override the guard by itself, nor read what
   * people confide.
   */
  ADMINISTRATOR(EnumSet.complementOf(EnumSet.of(OVERRIDE_GUARD, READ_HANDOVERS))),
  /** Knows, triages, answers. */
  COMMUNICATIONS(
      EnumSet.of(
          USE_ACCOUNT,
          READ_MENTIONS,
          WORK_INBOX,
          CORRECT_JUDGEMENTS,
          WRITE_REPLIES,
          READ_FEEDBACK,
          READ_LEDGER,
          KEEP_LEDGER,
          REQUEST_REVIEWS,
          MANAGE_IMPROVEMENTS,
          READ_SOURCES,
          MANAGE_SOURCES,
          MANAGE_WATCHES,
          MANAGE_ALERTS,
          MANAGE_INBOX,
          MANAGE_TARGETS,
          MANAGE_WORDINGS,
          DECIDE_APPROVALS,
          MANAGE_CHANNELS,
          OPEN_HANDOVERS,
          IMPORT_POSTS,
          EXPORT_POSTS)),
  /** Answers for disclosures; the only one who may override the guard. */
  PRIVACY_OFFICER(
      EnumSet.of(
          USE_ACCOUNT,
          READ_MENTIONS,
          WORK_INBOX,
          CORRECT_JUDGEMENTS,
          WRITE_REPLIES,
          OVERRIDE_GUARD,
          READ_FEEDBACK,
          READ_LEDGER,
          KEEP_LEDGER,
          MANAGE_IMPROVEMENTS,
          READ_HANDOVERS,
          OPEN_HANDOVERS,
          MANAGE_WORDINGS,
          APPROVE_WORDINGS,
          MANAGE_APPROVALS,
          DECIDE_APPROVALS,
          READ_SOURCES,
          EXPORT_POSTS,
          READ_AUDIT)),
  /** What patients love and what must change. */
  PATIENT_EXPERIENCE(
      EnumSet.of(
          USE_ACCOUNT,
          READ_MENTIONS,
          WORK_INBOX,
          CORRECT_JUDGEMENTS,
          READ_FEEDBACK,
          READ_LEDGER,
          REQUEST_REVIEWS,
          MANAGE_IMPROVEMENTS,
          READ_HANDOVERS,
          OPEN_HANDOVERS,
          MANAGE_TARGETS,
          DECIDE_APPROVALS,
          READ_SOURCES,
          EXPORT_POSTS)),
  /** Reads what is said, and agrees to what carries their name. */
  CLINICIAN(EnumSet.of(USE_ACCOUNT, READ_MENTIONS, READ_FEEDBACK, DECIDE_APPROVALS));

  // Set.of and Set.copyOf give sets that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Permission> permissions;

  Role(EnumSet<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
