-- What is rolled up of a mention: one row for each of its themes, one with an empty theme where it
-- has none. Kept by listening to assessments and corrections. Holds no text of a post but the words
-- that name a clinician; what was asked and said are offsets into the version that was read, and
-- are left out where they hold something by which somebody could be known.
create table improvement_said (
  mention_id bigint not null,
  organization_id uuid not null,
  published_at timestamptz not null,
  location_id uuid,
  post_version int not null,
  theme text not null,
  sentiment text not null,
  asks boolean not null,
  ask_start int,
  ask_end int,
  word_start int,
  word_end int,
  primary key (mention_id, theme)
);
create index improvement_said_time on improvement_said (organization_id, published_at)
  include (theme, sentiment, location_id, asks);
create index improvement_said_theme on improvement_said (organization_id, theme, published_at);
select bind_to_organization('improvement_said');

create table improvement_clinician (
  mention_id bigint not null,
  organization_id uuid not null,
  clinician text not null,
  name text not null,
  primary key (mention_id, clinician)
);
create index improvement_clinician_of on improvement_clinician (organization_id, clinician);
select bind_to_organization('improvement_clinician');

-- Something that shall change, with its owner. Without a location it is about all places.
create table improvement_ticket (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  theme text not null,
  location_id uuid,
  clinician text,
  clinician_name text,
  title text not null,
  change text not null,
  owner uuid not null,
  owner_name text not null,
  due date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'UNDER_WAY', 'CLOSED')),
  outcome text,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (outcome is not null))
);
create index improvement_ticket_due on improvement_ticket (organization_id, due, id)
  where state <> 'CLOSED';
create index improvement_ticket_closed on improvement_ticket (organization_id, closed_at desc)
  where state = 'CLOSED';
select bind_to_organization('improvement_ticket');

create table improvement_event (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  ticket_id bigint not null references improvement_ticket on delete cascade,
  kind text not null,
  was text not null default '',
  now text not null default '',
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null
);
create index improvement_event_of_ticket on improvement_event (ticket_id, id);
select bind_to_organization('improvement_event', 'select, insert');
