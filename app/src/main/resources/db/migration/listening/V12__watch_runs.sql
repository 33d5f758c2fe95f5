-- A watch held against the posts that were stored before it listened, newest first.
create table watch_run (
  id uuid primary key,
  organization_id uuid not null,
  watch_id uuid not null references watch on delete cascade,
  state text not null
    check (state in ('WAITING', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'FAILED')),
  -- What it runs with, and the last post it has to look at: later ones met the watch as they came in.
  -- Null until it begins, and again when the watch is given another query.
  query text,
  last_post bigint,
  total bigint,
  looked bigint not null default 0,
  found bigint not null default 0,
  fresh bigint not null default 0,
  left_out bigint not null default 0,
  -- When the latest post that it found was published.
  newest timestamptz,
  -- The post up to which it is done, that one too.
  done_at timestamptz,
  done_id bigint,
  failure text,
  started_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create unique index watch_run_unfinished on watch_run (watch_id)
  where state in ('WAITING', 'RUNNING', 'PAUSED');
create index watch_run_of_watch on watch_run (watch_id, created_at desc);
create index watch_run_due on watch_run (organization_id) where state in ('WAITING', 'RUNNING');

-- What was begun the way it was before begins anew.
alter table watch_backfill no force row level security;
insert into watch_run (id, organization_id, watch_id, state, started_by, created_at)
select gen_random_uuid(), organization_id, watch_id, 'WAITING', 'Bedside', now()
from watch_backfill;
drop table watch_backfill;
select bind_to_organization('watch_run');

-- Which posts there were at a moment: all ids up to this one are given away.
grant select on sequence post_id_seq to bedside_app;

-- Found by a run through stored posts: no news, and assessed after what is.
alter table mention add column from_history boolean not null default false;
drop index mention_pending;
create index mention_pending on mention (organization_id, from_history, id)
  where assessment_state = 'PENDING';

-- From when on a key is of no use: whatever could join its post has been published, and the post has
-- been here for as long.
alter table story_key add column useless_from timestamptz not null default now() + interval '30 days';
alter table story_key alter column useless_from drop default;
create index story_key_useless on story_key (useless_from);
