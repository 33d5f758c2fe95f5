-- How listening to a source stands. The cursor is the connector's own, stored in the transaction
-- that stores the posts it stands for.
create table source_state (
  source_id uuid primary key references source on delete cascade,
  organization_id uuid not null,
  connector text not null default 'feed',
  cursor text,
  -- User name and password, sealed under the installation's key; null where none is needed.
  login bytea,
  next_poll_at timestamptz not null,
  interval_seconds int not null default 1800,
  -- Who polls it now, and until when the others keep away; a dead process is waited out.
  claim uuid,
  claimed_until timestamptz,
  last_attempt_at timestamptz,
  last_success_at timestamptz,
  failures int not null default 0,
  failing_since timestamptz,
  error_code text,
  error_detail text
);
create index source_state_due on source_state (next_poll_at);
select bind_to_organization('source_state');

-- A watch that is still to be held against posts stored before it, newest post first.
create table watch_backfill (
  watch_id uuid primary key references watch on delete cascade,
  organization_id uuid not null,
  since timestamptz not null,
  -- Posts from this id on are done; null before the first batch.
  done_from bigint
);
select bind_to_organization('watch_backfill');
