-- The filter of an address under a name; without an owner it is everybody's.
create table inbox_view (
  id uuid primary key,
  organization_id uuid not null,
  owner uuid,
  name text not null,
  query text not null,
  made_by text not null,
  made_at timestamptz not null
);
create index inbox_view_of on inbox_view (organization_id, owner);
select bind_to_organization('inbox_view');

-- What somebody's inbox opens with.
create table inbox_view_first (
  member_id uuid not null,
  organization_id uuid not null,
  view_id uuid not null references inbox_view on delete cascade,
  primary key (organization_id, member_id)
);
create index inbox_view_first_of on inbox_view_first (view_id);
select bind_to_organization('inbox_view_first');

create table inbox_macro (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  steps text[] not null,
  removed_at timestamptz
);
create unique index inbox_macro_name on inbox_macro (organization_id, lower(name)) where removed_at is null;
select bind_to_organization('inbox_macro');

-- One thing that somebody did to one or many cases, so that it can be taken back as one.
create table inbox_action (
  id uuid primary key,
  organization_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  macro text not null default '',
  steps text[] not null,
  changed int not null,
  left_out bigint[] not null default '{}',
  undone_at timestamptz,
  restored int not null default 0,
  not_restored bigint[] not null default '{}'
);
create index inbox_action_latest on inbox_action (organization_id, by_id, at desc);
select bind_to_organization('inbox_action');

-- A case as it was before, and its version since: with another one somebody has changed it again.
create table inbox_action_case (
  action_id uuid not null references inbox_action on delete cascade,
  organization_id uuid not null,
  case_id bigint not null references inbox_case on delete cascade,
  version int not null,
  outcome text,
  assignee uuid,
  team_id uuid,
  labels uuid[] not null,
  hand_priority smallint,
  hand_over smallint,
  hand_reason text,
  hand_by text,
  draft text,
  primary key (action_id, case_id)
);
create index inbox_action_case_of on inbox_action_case (case_id);
select bind_to_organization('inbox_action_case');
