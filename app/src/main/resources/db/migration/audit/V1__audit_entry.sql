create table audit_entry (
  organization_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  hash text not null,
  primary key (organization_id, number)
);
create index audit_entry_subject on audit_entry (organization_id, subject);
-- Append-only, also for us: no role of the application may change or remove a line.
select bind_to_organization('audit_entry', 'select, insert');
revoke update, delete on audit_entry from bedside_system;
