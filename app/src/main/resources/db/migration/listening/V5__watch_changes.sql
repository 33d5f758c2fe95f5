-- At which revision a watch was last added, changed or removed, so that a compiled set takes in only
-- what is new to it. Outlives the watch: its removal is a change too.
create table watch_change (
  watch_id uuid primary key,
  organization_id uuid not null,
  revision bigint not null
);
create index watch_change_revision on watch_change (organization_id, revision);
select bind_to_organization('watch_change');
