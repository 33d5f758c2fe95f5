-- A private conversation that a public post was led to. What people write lies only in the sealed
-- columns, under a key of the conversation's own (sealed_key), which goes when the words go. What is
-- left then is a stub: times, which consent was given, and when it was erased.
create table handover (
  id uuid primary key,
  organization_id uuid not null,
  -- What it came from, such as case 12; known only to those who work here, never on the public page.
  subject_kind text not null,
  subject_id text not null,
  language text not null check (language in ('en', 'es')),
  state text not null check (state in ('INVITED', 'OPENED', 'CONSENTED', 'WAITING_FOR_US',
    'WAITING_FOR_THEM', 'ENDED', 'EXPIRED', 'ERASED')),
  token_hash bytea not null unique,
  -- The one browser that opened it.
  browser_hash bytea,
  sealed_key bytea,
  sealed_contact bytea,
  sealed_email bytea,
  notice boolean not null default false,
  outcome text check (outcome in ('RESOLVED', 'PASSED_ON', 'NO_ANSWER', 'OTHER')),
  sealed_note bytea,
  -- What was promised when consent was given: days that the words stay after the end.
  keep_days int not null check (keep_days >= 0),
  invited_by uuid not null,
  invited_name text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  consent_at timestamptz,
  consent_version int,
  consent_language text,
  consent_hash bytea,
  revoked_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('US', 'THEM', 'SILENCE')),
  erase_at timestamptz,
  erased_at timestamptz,
  held_at timestamptz,
  held_for text check (held_for in ('LEGAL_CLAIM', 'AUTHORITY', 'SAFETY')),
  held_by text,
  check (state <> 'ERASED' or (sealed_key is null and sealed_contact is null
    and sealed_email is null and sealed_note is null and browser_hash is null))
);
create index handover_of_subject on handover (organization_id, subject_kind, subject_id);
create index handover_by_state on handover (organization_id, state, changed_at desc, id);
create index handover_to_erase on handover (erase_at) where state = 'ENDED';
create index handover_open_link on handover (expires_at) where state in ('INVITED', 'OPENED');
create index handover_quiet on handover (changed_at) where state in ('CONSENTED', 'WAITING_FOR_THEM');
select bind_to_organization('handover');

create table handover_message (
  id uuid primary key,
  organization_id uuid not null,
  handover_id uuid not null references handover on delete cascade,
  number bigint generated always as identity,
  -- Who of us wrote it; null where they did.
  member_id uuid,
  member_name text,
  sealed bytea not null,
  at timestamptz not null
);
create index handover_message_in_turn on handover_message (handover_id, number);
select bind_to_organization('handover_message');

-- Who opened a conversation, each time.
create table handover_reading (
  organization_id uuid not null,
  handover_id uuid not null references handover on delete cascade,
  number bigint generated always as identity,
  member_id uuid not null,
  member_name text not null,
  at timestamptz not null,
  primary key (handover_id, number)
);
select bind_to_organization('handover_reading', 'select, insert');

-- What was agreed to, word for word, once for each wording.
create table handover_wording (
  organization_id uuid not null,
  hash bytea not null,
  version int not null,
  language text not null,
  wording text not null,
  first_at timestamptz not null,
  primary key (organization_id, hash)
);
select bind_to_organization('handover_wording', 'select, insert');

create table handover_rule (
  organization_id uuid primary key,
  keep_days int not null,
  link_days int not null,
  readers text[] not null,
  hue text not null,
  office text not null
);
select bind_to_organization('handover_rule');
