-- Whose agreement something needs before it goes out. Parties are kept by key, role:<code> or
-- person:<membership>, with the names of the people beside them, for people leave.
create table approval_policy (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  networks text[] not null,
  languages text[] not null,
  topics text[] not null,
  authors text[] not null,
  author_names text[] not null,
  verdict text not null check (verdict in ('ALLOW', 'WARN', 'BLOCK_OVERRIDDEN')),
  urgency text not null check (urgency in ('NONE', 'LOW', 'HIGH', 'CRITICAL')),
  priority int not null check (priority between 0 and 100),
  minutes int not null check (minutes > 0),
  author_may boolean not null,
  version int not null default 1,
  created_at timestamptz not null
);
create index approval_policy_order on approval_policy (organization_id, created_at, id);
select bind_to_organization('approval_policy');

create table approval_policy_step (
  policy_id uuid not null references approval_policy on delete cascade,
  organization_id uuid not null,
  position int not null,
  rule text not null check (rule in ('ANY_OF', 'ALL_OF')),
  parties text[] not null,
  names text[] not null,
  primary key (policy_id, position)
);
create index approval_policy_step_of_organization on approval_policy_step (organization_id);
select bind_to_organization('approval_policy_step');

-- Agreement that was asked for, bound to the exact text.
create table approval_request (
  id uuid primary key,
  organization_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  title text not null,
  text text not null,
  text_hash text not null,
  link text not null,
  network text,
  author uuid not null,
  author_name text not null,
  last_moment timestamptz,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  deadline timestamptz not null,
  -- When somebody is to be asked, reminded or told next, or it expires.
  look_at timestamptz not null,
  -- Whether a step can't be met by anybody.
  stuck boolean not null default false,
  version int not null default 1,
  outcome text check (outcome in ('APPROVED', 'REFUSED', 'EXPIRED', 'WITHDRAWN')),
  ended_why text
    check (ended_why in ('DECIDED', 'TOO_LATE', 'TAKEN_BACK', 'TEXT_CHANGED', 'ASKED_ANEW')),
  ended_by_name text,
  ended_at timestamptz
);
create unique index approval_request_open
  on approval_request (organization_id, subject_kind, subject_id) where outcome is null;
create index approval_request_of_subject
  on approval_request (organization_id, subject_kind, subject_id, asked_at desc);
create index approval_request_due on approval_request (look_at) where outcome is null;
create index approval_request_ended on approval_request (organization_id, ended_at desc)
  where outcome is not null;
create index approval_request_asked on approval_request (organization_id, asked_by, asked_at desc);
create index approval_request_written on approval_request (organization_id, author, asked_at desc);
select bind_to_organization('approval_request');

-- The steps as they were when it was asked; a policy that changes later changes nothing here.
create table approval_step (
  request_id uuid not null references approval_request on delete cascade,
  organization_id uuid not null,
  step int not null,
  rule text not null check (rule in ('ANY_OF', 'ALL_OF')),
  parties text[] not null,
  names text[] not null,
  author_may boolean not null,
  primary key (request_id, step)
);
select bind_to_organization('approval_step');

-- Which policies ask for a step, and what about the subject made them.
create table approval_reason (
  request_id uuid not null references approval_request on delete cascade,
  organization_id uuid not null,
  step int not null,
  number int not null,
  policy_id uuid not null,
  policy_name text not null,
  facts text[] not null,
  primary key (request_id, step, number)
);
select bind_to_organization('approval_reason');

-- What was decided, never changed. The number is the request's version that it was decided at.
create table approval_decision (
  request_id uuid not null references approval_request on delete cascade,
  organization_id uuid not null,
  number int not null,
  step int not null,
  member_id uuid not null,
  member_name text not null,
  decision text not null check (decision in ('APPROVE', 'REFUSE')),
  comment text not null,
  at timestamptz not null,
  primary key (request_id, number)
);
create index approval_decision_by on approval_decision (organization_id, member_id);
select bind_to_organization('approval_decision');

-- Who was asked at a step, each once, and whose turn it is now.
create table approval_turn (
  request_id uuid not null references approval_request on delete cascade,
  organization_id uuid not null,
  step int not null,
  member_id uuid not null,
  asked_at timestamptz not null,
  remind_at timestamptz not null,
  reminded boolean not null default false,
  waiting boolean not null default true,
  primary key (request_id, step, member_id)
);
create index approval_turn_waiting on approval_turn (organization_id, member_id) where waiting;
select bind_to_organization('approval_turn');
