-- The second person reads the exact words that the first wants to post, and why. They lie here only
-- until one of them decides, a week at most: with the row they go.
delete from guard_override;
alter table guard_override
  add column id uuid not null default gen_random_uuid() unique,
  add column words text not null;
create index on guard_override (asked_at);
