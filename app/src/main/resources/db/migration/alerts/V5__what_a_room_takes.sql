-- Microsoft Teams takes cards, the others take text.
alter table alert_channel add column shape text not null default 'TEXT'
  check (shape in ('TEXT', 'CARD'));
