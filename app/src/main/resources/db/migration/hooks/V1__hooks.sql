-- Addresses of others that an organization tells something. Of an address only the host is
-- readable: whoever knows all of it may be able to write there.
create table hook (
  id uuid primary key,
  organization_id uuid not null,
  -- the module that tells
  owner text not null,
  host text not null,
  -- address and secret
  sealed bytea not null,
  -- Who sealed it: those of alerts and tickets are older than this table.
  form text not null default 'HOOK' check (form in ('HOOK', 'ALERTS', 'IMPROVEMENT')),
  address text check ((address is not null) = (form = 'IMPROVEMENT')),
  since timestamptz not null,
  delivered_at timestamptz,
  failed_at timestamptz,
  error_code text,
  error_detail text not null default ''
);
create index hook_of_organization on hook (organization_id, owner);
select bind_to_organization('hook');

-- What is to be told, from the transaction of what it tells of, until the other side has taken it.
create table hook_message (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  key uuid not null unique,
  hook_id uuid not null references hook on delete cascade,
  -- Those of a line go out in order.
  line text,
  event text not null,
  body text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'GIVEN_UP')),
  attempts int not null default 0,
  -- When it is tried next; while it is being tried, when that counts as broken off.
  next_at timestamptz not null,
  error_code text,
  error_detail text not null default '',
  created_at timestamptz not null,
  done_at timestamptz
);
create index hook_message_due on hook_message (next_at) where state = 'WAITING';
create index hook_message_order on hook_message (hook_id, line, id) where state = 'WAITING';
create index hook_message_latest on hook_message (organization_id, id desc);
select bind_to_organization('hook_message');
