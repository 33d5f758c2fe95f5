-- A link with which somebody who forgot the password sets a new one, once.
create table password_reset (
  id uuid primary key,
  organization_id uuid not null references organization,
  membership_id uuid not null references membership,
  token_hash text not null unique,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index password_reset_membership on password_reset (membership_id);
select bind_to_organization('password_reset');
