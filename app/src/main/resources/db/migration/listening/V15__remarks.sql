-- What a source leaves out although it works, as its connector said last: [{code, count, names, more}].
alter table source_state add column remarks jsonb not null default '[]';
