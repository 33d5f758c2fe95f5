create table source (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null check (kind in ('FEED', 'FILE', 'API')),
  name text not null,
  url text,
  -- ALL: whatever comes is about us. MATCHED: only what a watch matches becomes a mention.
  takes text not null check (takes in ('ALL', 'MATCHED')),
  location_id uuid,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED')),
  created_at timestamptz not null
);
create unique index source_name on source (organization_id, lower(name));
select bind_to_organization('source');

create table watch (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  query text not null,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED')),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index watch_organization on watch (organization_id);
create unique index watch_name on watch (organization_id, lower(name));
select bind_to_organization('watch');

-- Raised with every change to the organization's watches, so that a compiled set knows when it is old.
create table watch_revision (
  organization_id uuid primary key,
  revision bigint not null
);
select bind_to_organization('watch_revision');

create table post (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  source_id uuid not null references source on delete cascade,
  external_id text not null,
  version int not null default 1,
  text text not null,
  title text,
  question text,
  rating numeric(4, 2),
  author text,
  url text,
  lang text,
  country text,
  published_at timestamptz not null,
  received_at timestamptz not null,
  content_hash text not null,
  unique (source_id, external_id)
);
create index post_recent on post (organization_id, published_at desc, id desc);
create index post_of_source on post (source_id, published_at desc, id desc);
select bind_to_organization('post');

-- What an edited post said before.
create table post_version (
  organization_id uuid not null,
  post_id bigint not null references post on delete cascade,
  version int not null,
  text text not null,
  title text,
  rating numeric(4, 2),
  replaced_at timestamptz not null,
  primary key (post_id, version)
);
select bind_to_organization('post_version');

create table mention (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  post_id bigint not null unique references post on delete cascade,
  location_id uuid,
  created_at timestamptz not null,
  -- PENDING waits for its assessment; SET_ASIDE failed it, with the error, and can be retried.
  assessment_state text not null default 'PENDING'
    check (assessment_state in ('PENDING', 'ASSESSED', 'SET_ASIDE')),
  error text
);
create index mention_pending on mention (organization_id, id) where assessment_state = 'PENDING';
create index mention_set_aside on mention (organization_id, id) where assessment_state = 'SET_ASIDE';
select bind_to_organization('mention');

create table mention_watch (
  organization_id uuid not null,
  mention_id bigint not null references mention on delete cascade,
  watch_id uuid not null references watch on delete cascade,
  primary key (mention_id, watch_id)
);
create index mention_of_watch on mention_watch (watch_id, mention_id);
select bind_to_organization('mention_watch');
