create table location (
  id uuid primary key,
  organization_id uuid not null references organization,
  name text not null,
  city text not null default '',
  other_names text[] not null default '{}',
  added_at timestamptz not null,
  retired_at timestamptz,
  -- lets other tables refer to a place of the same organization only
  unique (organization_id, id)
);
create unique index location_name on location (organization_id, lower(name)) where retired_at is null;
select bind_to_organization('location');
