-- One case for a story: the cases of its later posts are merged into it. story_id says that a mention
-- is in a case for its story, and not because somebody merged it.
alter table inbox_case add column sources int not null default 1;
alter table case_mention add column source_id uuid, add column story_id bigint;
