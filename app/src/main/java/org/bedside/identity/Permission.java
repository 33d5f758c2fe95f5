package org.bedside.identity;

/** What somebody may do. Every route needs one of these, or says openly why it needs none. */
public enum Permission {
  /** One's own account: see who one is, sign out, switch organization. */
  USE_ACCOUNT,
  READ_MENTIONS,
  /** Assign, note, merge, close. */
  WORK_INBOX,
  CORRECT_JUDGEMENTS,
  WRITE_REPLIES,
  /** Record a reply as posted although the guard blocks it, with a written reason. */
  OVERRIDE_GUARD,
  READ_FEEDBACK,
  /** What was done to reviews, and for which published reason. */
  READ_LEDGER,
  /** Record that a review was reported, hidden, removed or restored. */
  KEEP_LEDGER,
  /** Choose whom to ask for a review. */
  REQUEST_REVIEWS,
  /** Open improvement tickets, change and close them. */
  MANAGE_IMPROVEMENTS,
  READ_SOURCES,
  MANAGE_SOURCES,
  MANAGE_WATCHES,
  /** What alerts, whom it reaches and by when somebody must have it. */
  MANAGE_ALERTS,
  IMPORT_POSTS,
  EXPORT_POSTS,
  MANAGE_ORGANIZATION,
  MANAGE_PEOPLE,
  MANAGE_TOKENS,
  READ_AUDIT
}
