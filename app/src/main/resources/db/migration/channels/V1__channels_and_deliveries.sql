-- Accounts that one publishes through. What opens them lies sealed; who they are doesn't.
create table channel (
  id uuid primary key,
  organization_id uuid not null,
  network text not null,
  name text not null,
  -- Whose account it is, as the network said when it was asked; empty before.
  handle text not null default '',
  account text not null default '',
  -- Where the network is asked; null for its own well-known address.
  server text,
  -- Null once the channel is removed.
  sealed bytea,
  most int,
  paused boolean not null default false,
  created_at timestamptz not null,
  removed_at timestamptz,
  checked_at timestamptz,
  error_code text,
  error_detail text,
  -- The network asked to be left alone until then.
  quiet_until timestamptz,
  -- One thing at a time goes through an account: whoever works with it holds it until then.
  busy_until timestamptz
);
create index channel_of_organization on channel (organization_id);
select bind_to_organization('channel');

-- What is to be sent: an intent first, committed; then begun, committed, under an attempt of its own;
-- only then does the first byte leave. docs/adr/sent-once.md has the reasons.
create table delivery (
  id uuid primary key,
  organization_id uuid not null,
  -- Of whoever ordered it; one delivery each.
  key uuid not null,
  channel_id uuid not null references channel,
  -- Under which the network knows it before it is there: fixed with the intent.
  network_key text not null,
  in_reply_to text not null,
  post_url text,
  text text not null,
  -- What an edit that is under way puts in its place.
  new_text text,
  language text not null,
  not_after timestamptz,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'UNKNOWN', 'SENT',
    'REFUSED', 'EXPIRED', 'CANCELLED', 'EDITING', 'DELETING', 'DELETED')),
  held boolean not null default false,
  attempts int not null default 0,
  -- The attempt that is or was last under way: a result counts only where it is still this one.
  attempt uuid,
  lease_until timestamptz,
  -- When it is looked at next; null where a person decides or nothing is to be done.
  next_at timestamptz,
  began_at timestamptz,
  last_began_at timestamptz,
  -- Whether an attempt ended without our knowing how.
  doubt boolean not null default false,
  unknown_since timestamptz,
  looks int not null default 0,
  external_id text,
  url text,
  error_code text,
  error_detail text,
  queued_at timestamptz not null,
  queued_by text not null,
  queued_name text not null,
  sent_at timestamptz,
  changed_at timestamptz not null,
  unique (organization_id, key),
  unique (channel_id, network_key)
);
create index delivery_order on delivery (organization_id, state, changed_at desc);
create index delivery_due on delivery (channel_id, next_at)
  where state in ('WAITING', 'UNKNOWN', 'EDITING', 'DELETING');
create index delivery_waits on delivery (next_at) where next_at is not null;
create index delivery_broken_off on delivery (lease_until) where lease_until is not null;
select bind_to_organization('delivery');

-- Whether all sending of an organization is held.
create table sending_hold (
  organization_id uuid primary key,
  since timestamptz not null,
  by_name text not null
);
select bind_to_organization('sending_hold');
