-- When a letter was last tried: what was sent or given up goes thirty days after that.
alter table letter add column tried_at timestamptz;
create index letter_done on letter (tried_at) where state <> 'WAITING';
create index letter_of_organization on letter (organization_id, state, created_at desc);
