-- What must not wait. Holds no word of a post: kinds, figures, offsets and keys of sentences; of a
-- spike the words that many posts share.
create table alert (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  kind text not null
    check (kind in ('CRISIS', 'PERSUASIVE_REVIEW', 'VOLUME_SPIKE', 'SENTIMENT_SPIKE')),
  -- What it is about, of each kind once: mention:<id>, or the window of a spike.
  subject text not null,
  about text not null default '',
  mention_id bigint,
  severity smallint not null check (severity between 1 and 10),
  state text not null default 'OPEN' check (state in ('OPEN', 'ACKNOWLEDGED', 'CLOSED')),
  source_id uuid,
  location_id uuid,
  parts jsonb not null,
  drivers jsonb not null,
  -- Raised when what was over begins again, so that people are told once more.
  opening int not null default 1,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- When somebody must have acknowledged it.
  due_at timestamptz,
  -- When the next one on call is asked; null once nobody is left to ask.
  ask_at timestamptz,
  step int not null default 0,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  acknowledged_name text,
  closed_at timestamptz,
  closed_by uuid,
  closed_name text,
  closed_why text check (closed_why in ('PERSON', 'NO_LONGER', 'WITHDRAWN'))
);
create unique index alert_subject on alert (organization_id, kind, subject);
create index alert_order on alert (organization_id, state, severity desc, due_at, id desc);
create index alert_of_mention on alert (mention_id);
create index alert_to_ask on alert (ask_at) where state = 'OPEN' and ask_at is not null;
select bind_to_organization('alert');

-- Whom an alert was handed to; each step once.
create table alert_step (
  alert_id bigint not null references alert on delete cascade,
  organization_id uuid not null,
  opening int not null,
  step int not null,
  member_id uuid,
  member_name text not null,
  at timestamptz not null,
  primary key (alert_id, opening, step)
);
select bind_to_organization('alert_step');

create table alert_tuning (
  organization_id uuid primary key,
  kinds text[] not null,
  persuasive_from int not null,
  minutes int not null,
  oldest_days int not null,
  spike_minimum int not null,
  quiet_from time,
  quiet_until time,
  messages_per_hour int not null,
  digest text not null check (digest in ('NONE', 'DAILY', 'WEEKLY')),
  turn text not null default 'NEVER' check (turn in ('NEVER', 'DAILY', 'WEEKLY'))
);
select bind_to_organization('alert_tuning');

create table alert_on_call (
  organization_id uuid not null,
  position int not null,
  member_id uuid not null,
  primary key (organization_id, position)
);
select bind_to_organization('alert_on_call');

-- Where messages go. Of the address only the host is readable: whoever knows all of it can write
-- into the room behind it.
create table alert_channel (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  host text not null,
  -- address and secret
  sealed bytea not null,
  least smallint not null check (least between 1 and 10),
  created_at timestamptz not null,
  delivered_at timestamptz,
  failed_at timestamptz,
  error_code text,
  error_detail text
);
create index alert_channel_of_organization on alert_channel (organization_id);
select bind_to_organization('alert_channel');

-- One message to one channel: an intent first, then tried until it is taken or given up.
create table alert_message (
  id uuid primary key,
  organization_id uuid not null,
  channel_id uuid not null references alert_channel on delete cascade,
  text text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
  attempts int not null default 0,
  created_at timestamptz not null,
  -- When it is tried next; while it is being tried, when that counts as broken off.
  next_at timestamptz,
  sent_at timestamptz
);
create index alert_message_due on alert_message (next_at) where state = 'WAITING';
create index alert_message_of_channel on alert_message (channel_id, created_at desc);
select bind_to_organization('alert_message');

-- What a channel is to be told of; those that go out together share a message.
create table alert_notice (
  channel_id uuid not null references alert_channel on delete cascade,
  alert_id bigint not null references alert on delete cascade,
  opening int not null,
  step int not null,
  organization_id uuid not null,
  crisis boolean not null,
  created_at timestamptz not null,
  message_id uuid references alert_message on delete set null,
  primary key (channel_id, alert_id, opening, step)
);
create index alert_notice_waiting on alert_notice (organization_id) where message_id is null;
create index alert_notice_of_alert on alert_notice (alert_id);
select bind_to_organization('alert_notice');

-- Which summaries were written, each once.
create table alert_digest (
  organization_id uuid not null,
  day date not null,
  primary key (organization_id, day)
);
select bind_to_organization('alert_digest');

-- What spikes are counted from, a row for each mention, so that an edit or a deletion corrects the
-- count. Kept for ten weeks; holds no text.
create table alert_fact (
  mention_id bigint primary key,
  organization_id uuid not null,
  hour timestamptz not null,
  source_id uuid not null,
  location_id uuid,
  negative boolean not null,
  themes text[] not null
);
create index alert_fact_hour on alert_fact (organization_id, hour) include (negative);
create index alert_fact_old on alert_fact (hour);
select bind_to_organization('alert_fact');

-- Up to which hour spikes were judged, each hour once.
create table alert_judged (
  organization_id uuid primary key,
  hour timestamptz not null
);
select bind_to_organization('alert_judged');
