-- Other words for a reply that is there, and what became of them: ASKED while others have to agree, LEAVING from
-- the order until the network has them, BACK where the reply stayed as it was. They are deleted once they are
-- there. Each person has those that they wrote last; of a reply only one at a time is under way.
create table reply_change (
  reply_id bigint not null references reply on delete cascade,
  organization_id uuid not null,
  by_id uuid not null,
  by_name text not null,
  state text not null check (state in ('ASKED', 'LEAVING', 'BACK')),
  text text not null,
  -- What the reply said when they were written: agreed is that these words take the place of those.
  was text not null,
  override_reason text,
  guard_version bigint,
  approval_id uuid,
  problem text,
  problem_detail text not null default '',
  changed_at timestamptz not null,
  primary key (reply_id, by_id)
);
create unique index reply_change_under_way on reply_change (reply_id) where state in ('ASKED', 'LEAVING');
create unique index reply_change_approval on reply_change (approval_id) where approval_id is not null;
select bind_to_organization('reply_change');
