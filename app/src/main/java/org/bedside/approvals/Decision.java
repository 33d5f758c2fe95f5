package org.bedside.approvals;

/** What somebody says to what is to go out. */
public enum Decision {
  APPROVE,
  REFUSE
}
