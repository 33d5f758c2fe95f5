-- The import of one file. position is the checkpoint: how many of its rows are dealt with, written in
-- the transaction that stores what became of them.
create table import_job (
  id uuid primary key,
  organization_id uuid not null,
  state text not null
    check (state in ('UPLOADED', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'FAILED')),
  file_name text not null,
  layout jsonb not null,
  source_id uuid references source on delete cascade,
  mapping jsonb,
  zone text not null,
  location_id uuid,
  total bigint not null,
  position bigint not null default 0,
  read bigint not null default 0,
  stored bigint not null default 0,
  changed bigint not null default 0,
  duplicates bigint not null default 0,
  errors bigint not null default 0,
  failure text,
  idempotency_key text,
  started_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  unique (organization_id, idempotency_key)
);
create index import_job_recent on import_job (organization_id, created_at desc);
create index import_job_running on import_job (id) where state = 'RUNNING';
select bind_to_organization('import_job');

-- Rows that were left out.
create table import_problem (
  organization_id uuid not null,
  job_id uuid not null references import_job on delete cascade,
  row_number bigint not null,
  column_name text,
  code text not null,
  value text,
  primary key (job_id, row_number)
);
select bind_to_organization('import_problem');

-- While an import runs: the ids that its rows had so far, to tell a row that repeats one.
create table import_claim (
  organization_id uuid not null,
  job_id uuid not null references import_job on delete cascade,
  external_id text not null,
  content bigint not null,
  primary key (job_id, external_id)
);
select bind_to_organization('import_claim');
