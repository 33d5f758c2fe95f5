-- One row for each case, with what the list shows, filters and orders by, so that a page of the
-- inbox is one index scan however many mentions there are.
create table inbox_case (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'MERGED')),
  outcome text check (outcome in ('ANSWERED_ONLINE', 'ANSWERED_OFFLINE', 'NO_FOLLOW_UP')),
  merged_into bigint references inbox_case on delete set null,
  assignee uuid,
  priority smallint not null,
  reason text not null,
  reason_detail text not null default '',
  lead_mention bigint not null unique,
  mentions int not null default 1,
  source_id uuid not null,
  location_id uuid,
  sentiment text not null,
  urgency text not null,
  rating numeric(4, 2),
  themes text[] not null,
  watches uuid[] not null,
  author text,
  preview text not null,
  search tsvector not null,
  published_at timestamptz not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1
);
create index inbox_case_order
  on inbox_case (organization_id, state, priority desc, published_at desc, id desc);
create index inbox_case_newest on inbox_case (organization_id, state, published_at desc, id desc);
create index inbox_case_source
  on inbox_case (organization_id, source_id, state, priority desc, published_at desc, id desc);
create index inbox_case_location
  on inbox_case (organization_id, location_id, state, priority desc, published_at desc, id desc);
create index inbox_case_assignee
  on inbox_case (organization_id, assignee, state, priority desc, published_at desc, id desc)
  where assignee is not null;
create index inbox_case_search on inbox_case using gin (search);
create index inbox_case_themes on inbox_case using gin (themes);
create index inbox_case_watches on inbox_case using gin (watches);
select bind_to_organization('inbox_case');

create table case_mention (
  mention_id bigint primary key,
  organization_id uuid not null,
  case_id bigint not null references inbox_case on delete cascade
);
create index case_mention_of_case on case_mention (case_id);
select bind_to_organization('case_mention');

-- What happened to a case, for the people who work on it: notes, hand-overs, outcomes.
create table case_event (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  case_id bigint not null references inbox_case on delete cascade,
  kind text not null,
  text text not null default '',
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null
);
create index case_event_of_case on case_event (case_id, id);
select bind_to_organization('case_event');

create table reply (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  case_id bigint not null references inbox_case on delete cascade,
  mention_id bigint not null,
  state text not null check (state in ('DRAFT', 'POSTED')),
  text text not null,
  verdict text not null,
  override_reason text,
  by_id uuid not null,
  by_name text not null,
  changed_at timestamptz not null,
  posted_at timestamptz
);
create unique index reply_draft on reply (case_id, by_id) where state = 'DRAFT';
create index reply_of_case on reply (case_id, id);
select bind_to_organization('reply');
create index inbox_case_opened on inbox_case (organization_id, state, opened_at desc);
create index inbox_case_lead on inbox_case (organization_id, lead_mention);
