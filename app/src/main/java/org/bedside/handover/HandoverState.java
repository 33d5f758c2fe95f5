package org.bedside.handover;

/** Where a private conversation stands. */
public enum HandoverState {
  /** The link was made and not opened yet. */
  INVITED,
  /** The link is bound to a browser; nothing was agreed to. */
  OPENED,
  /** They agreed and have written nothing yet. */
  CONSENTED,
  WAITING_FOR_US,
  WAITING_FOR_THEM,
  /** Over; the words stay until their day. */
  ENDED,
  /** The link was not used in time. */
  EXPIRED,
  /** The words and their key are gone. */
  ERASED;

  /** Whether either side may still write. */
  public boolean isUnderWay() {
    return this == CONSENTED || this == WAITING_FOR_US || this == WAITING_FOR_THEM;
  }

  /** Whether the link can still lead to consent. */
  public boolean isBeforeConsent() {
    return this == INVITED || this == OPENED;
  }
}
