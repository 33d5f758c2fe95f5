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
  /** Give and read the private conversations that public posts were led to. */
  READ_HANDOVERS,
  /** Invite the writer of a post to a private conversation. */
  OPEN_HANDOVERS,
  /** Open improvement tickets, change and close them. */
  MANAGE_IMPROVEMENTS,
  READ_SOURCES,
  MANAGE_SOURCES,
  MANAGE_WATCHES,
  /** What alerts, whom it reaches and by when somebody must have it. */
  MANAGE_ALERTS,
  /** Teams, labels, shared views, macros and watched words of the inbox. */
  MANAGE_INBOX,
  /** Response-time targets, business hours and holidays. */
  MANAGE_TARGETS,
  /** Approved wordings that replies are made of. */
  MANAGE_WORDINGS,
  /** Say that a wording may be used. */
  APPROVE_WORDINGS,
  /** Say whose agreement a reply needs before it is sent. */
  MANAGE_APPROVALS,
  /** Agree to what is to be sent, or refuse. */
  DECIDE_APPROVALS,
  /** Accounts that one publishes through. */
  MANAGE_CHANNELS,
  /** Make the guard on replies stricter, or take that back. */
  MANAGE_GUARD,
  IMPORT_POSTS,
  EXPORT_POSTS,
  MANAGE_ORGANIZATION,
  MANAGE_PEOPLE,
  MANAGE_TOKENS,
  READ_AUDIT
}
