-- Sources on networks: when their access ends, and how far back older posts have been fetched.
alter table source_state add column credential_expires_at timestamptz, add column back_to timestamptz;

-- How far a post went, as its source counted last; null where it doesn't say. A count is no edit.
alter table post
  add column reply_to text,
  add column audience bigint,
  add column likes bigint,
  add column shares bigint,
  add column replies bigint,
  add column views bigint,
  add column counted_at timestamptz;
