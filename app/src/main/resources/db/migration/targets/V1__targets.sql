-- An organization without a row here goes by the standard. Minutes since midnight for Monday to
-- Sunday; -1 where it is closed.
create table target_plan (
  organization_id uuid primary key,
  opens int[] not null check (array_length(opens, 1) = 7),
  closes int[] not null check (array_length(closes, 1) = 7)
);
select bind_to_organization('target_plan');

-- The first that fits counts.
create table target_rule (
  organization_id uuid not null,
  position int not null,
  urgency text not null,
  kind text,
  stars int,
  network text,
  minutes int not null check (minutes > 0),
  round_the_clock boolean not null,
  primary key (organization_id, position)
);
select bind_to_organization('target_rule');

create table target_holiday (
  organization_id uuid not null,
  day date not null,
  name text not null,
  -- Of a half day; -1 where nobody is there.
  opens int not null,
  closes int not null,
  primary key (organization_id, day)
);
select bind_to_organization('target_holiday');
