-- When the keys were last given or renewed; null where that was before this column.
alter table channel add column keys_at timestamptz;

-- What an organization is known as where access to accounts is granted: OAuth client and secret, sealed.
create table channel_client (
  organization_id uuid not null,
  grantor text not null,
  sealed bytea not null,
  set_at timestamptz not null,
  primary key (organization_id, grantor)
);
select bind_to_organization('channel_client');

-- Somebody is on a network's own page, or chooses which of several accounts is meant. The word that leads back
-- here lies only as its hash, what goes on with it sealed. Good once, in one session, for a quarter of an hour.
create table channel_attempt (
  id uuid primary key,
  organization_id uuid not null,
  word_hash bytea not null unique,
  session_hash bytea not null,
  person uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index channel_attempt_over on channel_attempt (expires_at);
select bind_to_organization('channel_attempt');
