package org.bedside.approvals;

import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.identity.Role;

/** Whose agreement is asked. */
public sealed interface Party {

  /** Whether this member can speak for it now. */
  boolean includes(Member member);

  /** Tells parties apart, and is how they are kept and sent: {@code person:…} or {@code role:…}. */
  String key();

  /**
   * One person.
   *
   * @param id the membership
   * @param name as it was last known; people leave
   */
  record Person(UUID id, String name) implements Party {
    @Override
    public boolean includes(Member member) {
      return member.id().equals(id);
    }

    @Override
    public String key() {
      return "person:" + id;
    }
  }

  /** Anybody who plays that part at the time. */
  record Holder(Role role) implements Party {
    @Override
    public boolean includes(Member member) {
      return member.roles().contains(role);
    }

    @Override
    public String key() {
      return "role:" + role.name();
    }
  }
}
