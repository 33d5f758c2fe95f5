-- Sources that others push into with a signature; the secret is sealed under the installation's key.
create table source_webhook (
  source_id uuid primary key references source on delete cascade,
  organization_id uuid not null,
  secret bytea not null,
  created_at timestamptz not null
);
select bind_to_organization('source_webhook');
