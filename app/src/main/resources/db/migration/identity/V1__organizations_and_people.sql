create table organization (
  organization_id uuid primary key,
  name text not null,
  time_zone text not null,
  language text not null default 'en',
  founded_at timestamptz not null
);
select bind_to_organization('organization', 'select, update');

-- People are not owned by one organization: an agency works for several. Only signing in and
-- inviting touch this table, on the role that spans organizations.
create table person (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  language text,
  created_at timestamptz not null
);
create unique index person_email on person (lower(email));
grant select, insert, update, delete on person to bedside_system;

create table membership (
  id uuid primary key,
  organization_id uuid not null references organization,
  person_id uuid not null references person,
  name text not null,
  email text not null,
  roles text[] not null,
  joined_at timestamptz not null,
  ended_at timestamptz,
  unique (organization_id, person_id)
);
create index membership_person on membership (person_id);
select bind_to_organization('membership');

create table invitation (
  id uuid primary key,
  organization_id uuid not null references organization,
  email text not null,
  roles text[] not null,
  token_hash text not null unique,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);
select bind_to_organization('invitation');

create table api_token (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  token_hash text not null unique,
  permissions text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
select bind_to_organization('api_token');
