-- Which hubs a feed names, as it did the last time that it was read (W3C WebSub).
create table feed_hub (
  source_id uuid primary key references source on delete cascade,
  organization_id uuid not null,
  topic text not null,
  -- What relative links in deliveries are seen from.
  base text not null,
  hubs text[] not null
);
select bind_to_organization('feed_hub');

-- What was agreed with a hub. It outlives its source, so that the hub is told to stop.
create table hub_subscription (
  id uuid primary key,
  organization_id uuid not null,
  source_id uuid references source on delete set null,
  hub text not null,
  topic text not null,
  -- The address of this installation when it was begun; with the token it is where the hub calls.
  callback_base text not null,
  -- SHA-256 of the token. Token and secret themselves are sealed under the installation's key.
  token_hash bytea not null unique,
  sealed bytea not null,
  state text not null check (state in ('ASKED', 'ACTIVE', 'DENIED', 'FAILED', 'ENDING', 'ENDED')),
  -- What the hub may ask us to confirm, and until when.
  pending text check (pending in ('subscribe', 'unsubscribe')),
  pending_until timestamptz,
  verified_at timestamptz,
  lease_until timestamptz,
  -- When something is to be done about it; null where nothing is.
  next_at timestamptz,
  claim uuid,
  claimed_until timestamptz,
  failures int not null default 0,
  error_code text,
  error_detail text,
  deliveries bigint not null default 0,
  delivered_at timestamptz,
  refused bigint not null default 0,
  refused_at timestamptz,
  refused_code text,
  -- Since when asking brings what the hub should have brought.
  missed_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index hub_subscription_of_source on hub_subscription (source_id)
  where state in ('ASKED', 'ACTIVE', 'DENIED', 'FAILED');
create index hub_subscription_due on hub_subscription (next_at) where next_at is not null;
select bind_to_organization('hub_subscription');
