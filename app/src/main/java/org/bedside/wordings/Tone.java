package org.bedside.wordings;

/** What a wording does in a reply, in the order in which a reply is put together. */
public enum Tone {
  THANKS,
  REGRET,
  INFORMATION,
  /** To contact an office, where the rest can be said in private. */
  INVITATION;

  /** Whether a reply begins with it. */
  public boolean opens() {
    return this == THANKS || this == REGRET;
  }
}
