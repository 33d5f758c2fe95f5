-- Every review that is counted, by its stars; holds no text. Kept by listening to assessments.
create table review_fact (
  mention_id bigint primary key,
  organization_id uuid not null,
  published_at timestamptz not null,
  stars smallint check (stars between 1 and 5),
  -- Once acted on it stays as it was at the act, also when the review is edited or gone: else what a
  -- network takes down would leave the count that it belongs to.
  acted_on boolean not null default false
);
create index review_fact_time
  on review_fact (organization_id, published_at) include (stars, acted_on);

-- What was read before there was a ledger counts too.
alter table mention no force row level security;
alter table post no force row level security;
insert into review_fact (mention_id, organization_id, published_at, stars)
select m.id, m.organization_id, p.published_at,
  case when p.rating is not null then least(5, greatest(1, floor(p.rating + 0.5)))::smallint end
from mention m join post p on p.id = m.post_id
where m.assessment_state in ('ASSESSED', 'AGAIN');
alter table mention force row level security;
alter table post force row level security;
select bind_to_organization('review_fact');

-- What was done to a review and why. No reference to the mention: an entry outlives it.
create table moderation_entry (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  mention_id bigint not null,
  source_name text not null,
  published_at timestamptz not null,
  act text not null
    check (act in ('REPORTED_TO_NETWORK', 'HIDDEN', 'SPAN_HIDDEN', 'REMOVED', 'RESTORED')),
  span_start int,
  span_end int,
  text_version int not null,
  reason text not null check (reason in ('ABUSE', 'PRIVATE_INFORMATION', 'UNRELATED', 'FAKE',
    'DECIDED_WRONGLY', 'NO_LONGER_APPLIES')),
  stars smallint check (stars between 1 and 5),
  sentiment text check (sentiment in ('NEGATIVE', 'NEUTRAL', 'POSITIVE')),
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  check ((act = 'SPAN_HIDDEN') = (span_start is not null)),
  check ((act = 'SPAN_HIDDEN') = (span_end is not null)),
  check (span_start >= 0 and span_end > span_start),
  check ((act = 'RESTORED') = (reason in ('DECIDED_WRONGLY', 'NO_LONGER_APPLIES')))
);
create index moderation_entry_of_mention on moderation_entry (organization_id, mention_id, id);
create index moderation_entry_time on moderation_entry (organization_id, published_at);
-- Append-only, also for us: no role of the application may change or remove a line.
select bind_to_organization('moderation_entry', 'select, insert');
revoke update, delete on moderation_entry from bedside_system;
