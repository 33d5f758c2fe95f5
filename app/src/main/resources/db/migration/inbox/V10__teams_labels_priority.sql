-- What people say of a case beside what the software understood: its team, its labels, its priority.
create table inbox_team (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  removed_at timestamptz
);
create unique index inbox_team_name on inbox_team (organization_id, lower(name)) where removed_at is null;
select bind_to_organization('inbox_team');

create table inbox_team_member (
  team_id uuid not null references inbox_team on delete cascade,
  organization_id uuid not null,
  member_id uuid not null,
  primary key (team_id, member_id)
);
create index inbox_team_of_member on inbox_team_member (organization_id, member_id);
select bind_to_organization('inbox_team_member');

create table inbox_label (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  tint text not null,
  removed_at timestamptz
);
create unique index inbox_label_name on inbox_label (organization_id, lower(name)) where removed_at is null;
select bind_to_organization('inbox_label');

-- priority stays the software's word. hand_over is what that was when a person set another: where the
-- software finds more than both, the more urgent counts. standing is what counts.
alter table inbox_case
  add column team_id uuid,
  add column labels uuid[] not null default '{}',
  add column hand_priority smallint,
  add column hand_over smallint,
  add column hand_reason text,
  add column hand_by text;
alter table inbox_case add column standing smallint generated always as (
  case when hand_priority is null or priority > greatest(hand_priority, hand_over)
    then priority else hand_priority end) stored;

-- The orders of V1 to V3 by what counts.
drop index inbox_case_order, inbox_case_source, inbox_case_location, inbox_case_assignee,
  inbox_case_sentiment, inbox_case_stars, inbox_case_opened;
create index inbox_case_order
  on inbox_case (organization_id, state, standing desc, published_at desc, id desc)
  include (sentiment, stars);
create index inbox_case_source
  on inbox_case (organization_id, source_id, state, standing desc, published_at desc, id desc)
  include (sentiment, stars);
create index inbox_case_location
  on inbox_case (organization_id, location_id, state, standing desc, published_at desc, id desc)
  include (sentiment, stars);
create index inbox_case_assignee
  on inbox_case (organization_id, assignee, state, standing desc, published_at desc, id desc)
  where assignee is not null;
create index inbox_case_team
  on inbox_case (organization_id, team_id, state, standing desc, published_at desc, id desc)
  where team_id is not null;
create index inbox_case_sentiment
  on inbox_case (organization_id, sentiment, state, standing desc, published_at desc, id desc)
  include (stars);
create index inbox_case_stars
  on inbox_case (organization_id, stars, state, standing desc, published_at desc, id desc)
  include (sentiment);
create index inbox_case_opened on inbox_case (organization_id, state, opened_at desc)
  include (standing);

do $$
declare
  band text;
  called text;
  indexed text;
begin
  foreach indexed in array array['search', 'themes', 'watches', 'labels'] loop
    for called, band in select * from (values
      ('now', 'standing >= 85'), ('answer', 'standing >= 40 and standing < 85'),
      ('know', 'standing >= 20 and standing < 40'), ('rest', 'standing < 20')) bands
    loop
      execute format('drop index if exists inbox_case_%s_%s', indexed, called);
      execute format(
        'create index inbox_case_%s_%s on inbox_case using gin (%s)
           with (gin_pending_list_limit = 512) where %s', indexed, called, indexed, band);
    end loop;
  end loop;
end $$;
