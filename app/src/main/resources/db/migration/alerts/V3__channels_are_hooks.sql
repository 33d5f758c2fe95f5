-- Addresses of channels and what waits for them move to the one place for webhooks. The wall binds
-- owners too, so it is opened for the move; other connections do not see these tables meanwhile.
alter table alert_channel no force row level security;
alter table alert_message no force row level security;
alter table hook no force row level security;
alter table hook_message no force row level security;

insert into hook (id, organization_id, owner, host, sealed, form, since, delivered_at, failed_at,
  error_code, error_detail)
select id, organization_id, 'alerts', host, sealed, 'ALERTS', created_at, delivered_at, failed_at,
  replace(error_code, 'alerts.channel.', 'hooks.error.'), coalesce(error_detail, '')
from alert_channel where member_id is null;

insert into hook_message (organization_id, key, hook_id, event, body, attempts, next_at, created_at)
select m.organization_id, m.id, m.channel_id, 'alerts', json_build_object('text', m.text)::text,
  m.attempts, coalesce(m.next_at, m.created_at), m.created_at
from alert_message m join alert_channel c on c.id = m.channel_id
where m.state = 'WAITING' and c.member_id is null order by m.created_at;

alter table hook force row level security;
alter table hook_message force row level security;
alter table alert_channel force row level security;
alter table alert_message force row level security;

alter table alert_channel drop column host, drop column sealed, drop column delivered_at,
  drop column failed_at, drop column error_code, drop column error_detail;
-- What is left says when something went out, for the limits of an hour.
alter table alert_message drop column text, drop column state, drop column attempts,
  drop column next_at, drop column sent_at;
