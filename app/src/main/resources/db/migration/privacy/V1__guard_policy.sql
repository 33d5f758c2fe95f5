-- How much stricter than the built-in guard an organization wants it. Nothing in here can loosen it:
-- every column only adds to what the guard finds.
create table guard_policy (
  organization_id uuid primary key,
  version bigint not null default 0,
  -- [{"phrase": ..., "blocks": true}]
  watched jsonb not null default '[]',
  blocked_rules text[] not null default '{}',
  all_block boolean not null default false,
  -- 0 for no maximum beyond the guard's own.
  most_sentences int not null default 0 check (most_sentences between 0 and 5),
  -- Empty for none.
  invitation text not null default '',
  overriding text not null default 'ONE_PERSON'
    check (overriding in ('ONE_PERSON', 'TWO_PEOPLE', 'NOBODY')),
  changed_at timestamptz,
  changed_name text
);
select bind_to_organization('guard_policy');

-- Overrides that wait for a second person. The words themselves stay with the draft; here is what
-- tells them from others.
create table guard_override (
  organization_id uuid not null,
  subject text not null,
  words_hash text not null,
  reason text not null,
  asked_by text not null,
  asked_name text not null,
  asked_at timestamptz not null,
  primary key (organization_id, subject, words_hash)
);
select bind_to_organization('guard_override');
