-- The one address of an organization that is told of tickets; its secret is sealed under the
-- installation's key.
create table improvement_hook (
  id uuid primary key,
  organization_id uuid not null unique,
  address text not null,
  secret bytea not null,
  since timestamptz not null
);
select bind_to_organization('improvement_hook');

-- What is to be told, from the transaction of what it tells of, until the other side has taken it.
create table improvement_delivery (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  key uuid not null unique,
  hook_id uuid not null references improvement_hook on delete cascade,
  ticket_id bigint not null references improvement_ticket on delete cascade,
  event text not null,
  body text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'GIVEN_UP')),
  attempts int not null default 0,
  next_at timestamptz not null,
  error_code text,
  error_detail text not null default '',
  created_at timestamptz not null,
  done_at timestamptz
);
create index improvement_delivery_due on improvement_delivery (next_at) where state = 'WAITING';
create index improvement_delivery_order on improvement_delivery (ticket_id, id)
  where state = 'WAITING';
create index improvement_delivery_latest on improvement_delivery (organization_id, id desc);
select bind_to_organization('improvement_delivery');
