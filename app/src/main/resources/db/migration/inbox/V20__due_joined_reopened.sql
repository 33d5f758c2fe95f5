-- By when a case is to be answered. A case without a target, and one that waits for its writer, is
-- never due, so that the order of the list is one index.
alter table inbox_case
  add column due_from timestamptz,
  add column due_at timestamptz not null default 'infinity',
  add column answered_at timestamptz,
  add column answered_late boolean,
  add column waiting_since timestamptz;
create index inbox_case_due on inbox_case (organization_id, state, due_at, id);
create index inbox_case_waiting on inbox_case (organization_id, state, waiting_since)
  where waiting_since is not null;

alter table inbox_case drop constraint inbox_case_outcome_check;
alter table inbox_case add constraint inbox_case_outcome_check check (outcome in ('ANSWERED_ONLINE',
  'ANSWERED_OFFLINE', 'HANDED_OVER', 'ESCALATED', 'NO_FOLLOW_UP', 'NOT_ABOUT_US', 'SPAM'));

-- Open cases that are to be counted anew, up from the id behind the last one done.
create table due_recount (
  organization_id uuid primary key,
  after_case bigint not null default 0
);
insert into due_recount (organization_id) select distinct organization_id from inbox_case;
select bind_to_organization('due_recount');

-- Why a mention is in a case that it didn't open, and who wrote it where its network says so surely.
-- Whoever was parted from a case is never brought to one again.
alter table case_mention
  add column writer text,
  add column published_at timestamptz,
  add column post_version int,
  add column joined_for text check (joined_for in ('AUTHOR', 'ANSWERS')),
  add column parted boolean not null default false;
create index case_mention_writer on case_mention (organization_id, writer, mention_id)
  where writer is not null;

-- What was there before a change, and which version of the case the change made. What the software
-- does by itself is by nobody.
alter table case_event
  alter column by_id drop not null,
  add column was text,
  add column version int,
  add column edited_at timestamptz,
  add column deleted_at timestamptz;

-- Whom a note asks to look.
create table note_person (
  organization_id uuid not null,
  note_id bigint not null references case_event on delete cascade,
  member_id uuid not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (note_id, member_id)
);
create index note_person_unseen on note_person (organization_id, member_id, note_id)
  where seen_at is null;
create index note_person_of on note_person (organization_id, member_id, note_id);
select bind_to_organization('note_person');
