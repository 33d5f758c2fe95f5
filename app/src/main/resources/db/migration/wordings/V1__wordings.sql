-- What may be said. The words of a wording never come from a post; its variables are filled from
-- wording_value alone.
create table wording (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  tone text not null check (tone in ('THANKS', 'REGRET', 'INFORMATION', 'INVITATION')),
  whole boolean not null default false,
  english text not null default '',
  spanish text not null default '',
  themes text[] not null default '{}',
  occasions text[] not null default '{}',
  networks text[] not null default '{}',
  verdict text not null,
  -- key of the starter that it was, which is then not taken over again
  starter text,
  changed_by text not null,
  changed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  retired_at timestamptz,
  check (english <> '' or spanish <> ''),
  check ((approved_by is null) = (approved_at is null)),
  unique (organization_id, starter)
);
create index wording_by_name on wording (organization_id, lower(name));
select bind_to_organization('wording');

-- Without a place: the organization's own.
create table wording_value (
  organization_id uuid not null,
  location_id uuid,
  variable text not null,
  english text not null default '',
  spanish text not null default '',
  foreign key (organization_id, location_id) references location (organization_id, id)
    on delete cascade,
  unique nulls not distinct (organization_id, location_id, variable)
);
select bind_to_organization('wording_value');
