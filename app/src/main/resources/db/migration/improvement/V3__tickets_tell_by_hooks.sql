-- The address that is told of tickets and what waits for it move to the one place for webhooks. The
-- wall binds owners too, so it is opened for the move; other connections do not see these tables
-- meanwhile.
alter table improvement_hook no force row level security;
alter table improvement_delivery no force row level security;
alter table hook no force row level security;
alter table hook_message no force row level security;

insert into hook (id, organization_id, owner, host, sealed, form, address, since)
select id, organization_id, 'improvement',
  coalesce(substring(address from '^[a-zA-Z]+://(?:[^/@]*@)?([^/:?#]+)'), ''), secret,
  'IMPROVEMENT', address, since
from improvement_hook;

insert into hook_message (organization_id, key, hook_id, line, event, body, state, attempts,
  next_at, error_code, error_detail, created_at, done_at)
select organization_id, key, hook_id, 'ticket:' || ticket_id, event, body, state, attempts, next_at,
  replace(replace(error_code, 'secret-lost', 'unreadable'), 'improve.delivery.', 'hooks.error.'),
  error_detail, created_at, done_at
from improvement_delivery order by id;

alter table hook force row level security;
alter table hook_message force row level security;

drop table improvement_delivery;
drop table improvement_hook;
