-- Themes that an organization adds by examples. One that is removed stays as a name, so that what
-- people corrected before can be read without it.
create table own_theme (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  former_names text[] not null default '{}',
  added_at timestamptz not null,
  removed_at timestamptz,
  -- lets examples refer to a theme of the same organization only
  unique (organization_id, id)
);
create unique index own_theme_name on own_theme (organization_id, lower(name)) where removed_at is null;
select bind_to_organization('own_theme');

create table own_theme_example (
  organization_id uuid not null,
  theme_id uuid not null,
  number int not null,
  text text not null,
  primary key (theme_id, number),
  foreign key (organization_id, theme_id) references own_theme (organization_id, id) on delete cascade
);
select bind_to_organization('own_theme_example');

-- The version of the post that was corrected: what was said of other words teaches nothing.
create index correction_of_organization on correction (organization_id, id);
alter table correction add column post_version int;
update correction c set post_version = 1 + (
  select count(*) from mention m join post_version v on v.post_id = m.post_id
  where m.id = c.mention_id and v.replaced_at <= c.corrected_at);
