-- What deserves a moderator's look: the score in a column of the case with an index in its order, so
-- that the queue is one index scan; null where nothing is to be looked at, or somebody has.
alter table inbox_case add column attention smallint;
create index inbox_case_attention
  on inbox_case (organization_id, state, attention desc, published_at desc, id desc)
  where attention is not null;
-- Who wrote how much, as far as a name is one.
create index inbox_case_writer on inbox_case (organization_id, source_id, author)
  include (sentiment, urgency) where length(author) <= 200;

create table inbox_moderation (
  case_id bigint primary key references inbox_case on delete cascade,
  organization_id uuid not null,
  score smallint not null,
  signals text[] not null,
  decision text check (decision in ('NOTHING', 'REPORTED', 'CASE')),
  decided_by text,
  decided_at timestamptz
);
select bind_to_organization('inbox_moderation');

create table inbox_watched_word (
  id uuid primary key,
  organization_id uuid not null,
  query text not null,
  added_at timestamptz not null
);
create index inbox_watched_word_of on inbox_watched_word (organization_id, added_at);
select bind_to_organization('inbox_watched_word');
