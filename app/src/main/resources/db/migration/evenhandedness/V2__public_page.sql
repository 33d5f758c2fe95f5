-- Whether everybody may read the published reasons and the rates. Without a row nobody may.
create table moderation_page (
  organization_id uuid primary key,
  shown boolean not null,
  changed_at timestamptz not null
);
select bind_to_organization('moderation_page');
