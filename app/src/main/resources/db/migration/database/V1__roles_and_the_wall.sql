-- The application connects as bedside_app, which row-level security binds to one organization for
-- each transaction. bedside_system sees every organization; few named classes use it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'bedside_app') then
    create role bedside_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'bedside_system') then
    create role bedside_system nologin;
  end if;
  if not pg_has_role(current_user, 'bedside_app', 'member') then
    execute format('grant bedside_app to %I', current_user);
  end if;
  if not pg_has_role(current_user, 'bedside_system', 'member') then
    execute format('grant bedside_system to %I', current_user);
  end if;
end $$;

grant usage on schema public to bedside_app, bedside_system;

-- The organization of the current transaction, or null: then no row is seen.
create function current_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('bedside.organization', true), '')::uuid;

-- Binds a tenant-owned table: every row carries organization_id, and bedside_app sees only its own.
create function bind_to_organization(bound regclass, privileges text default 'select, insert, update, delete')
  returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', bound);
  execute format('alter table %s force row level security', bound);
  execute format(
    'create policy organization_wall on %s to bedside_app
       using (organization_id = (select current_organization()))
       with check (organization_id = (select current_organization()))', bound);
  execute format('create policy across_organizations on %s to bedside_system using (true) with check (true)', bound);
  execute format('grant %s on %s to bedside_app', privileges, bound);
  execute format('grant select, insert, update, delete on %s to bedside_system', bound);
end $$;

-- Row-level security keeps an index from serving an operator that might leak what it compared.
-- Matching text and arrays does not; where the owner is a superuser we can say so, and searching
-- stays quick. Elsewhere the guide gives a database administrator these lines.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function ts_match_vq(tsvector, tsquery) leakproof;
    alter function arraycontains(anyarray, anyarray) leakproof;
    alter function arrayoverlap(anyarray, anyarray) leakproof;
  end if;
end $$;
