create table assessment (
  mention_id bigint primary key references mention on delete cascade,
  organization_id uuid not null,
  -- the version of the post that was read
  post_version int not null,
  assessed_at timestamptz not null,
  -- all that the library said, as in the command-line contract
  document jsonb not null
);
select bind_to_organization('assessment');

-- What a person says instead; kept for good, the latest of a judgement counts.
create table correction (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  mention_id bigint not null references mention on delete cascade,
  judgement text not null check (judgement in ('SENTIMENT', 'THEMES', 'URGENCY')),
  was text not null,
  now text not null,
  corrected_by uuid not null,
  corrected_by_name text not null,
  corrected_at timestamptz not null
);
create index correction_of_mention on correction (mention_id, id);
select bind_to_organization('correction', 'select, insert');
