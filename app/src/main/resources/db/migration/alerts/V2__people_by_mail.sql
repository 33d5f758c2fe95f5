-- A person who is told by e-mail is a channel of their own: the same notices, quiet hours and limits.
alter table alert_channel alter column host drop not null;
alter table alert_channel alter column sealed drop not null;
alter table alert_channel add column member_id uuid;
alter table alert_channel add column choice text
  check (choice in ('ON_CALL', 'CRISES', 'ALL', 'DAILY', 'WEEKLY', 'NONE'));
alter table alert_channel add constraint alert_channel_kind
  check ((member_id is null) = (choice is null));
create unique index alert_channel_of_member on alert_channel (organization_id, member_id);
