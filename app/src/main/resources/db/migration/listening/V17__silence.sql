-- What the answers of a source without news have been lately, so that its silence can be explained.
-- There is a row only while nothing new comes.
create table source_quiet (
  source_id uuid primary key references source on delete cascade,
  organization_id uuid not null,
  -- NOTHING: nothing has changed, or nothing came after what is known. EMPTY: the whole page, and no
  -- post on it. REPEATED: only known posts. EDITED: known posts in other words. REFUSED: posts were
  -- brought, and none could be taken.
  answer text not null check (answer in ('NOTHING', 'EMPTY', 'REPEATED', 'EDITED', 'REFUSED')),
  since timestamptz not null,
  posts int not null,
  -- When the newest of them was published.
  newest timestamptz,
  -- Where the address led, if elsewhere.
  found_at text
);
select bind_to_organization('source_quiet');
