-- That a choice was made whom to ask for a review. Nobody of the list is in it; with the seed and the
-- list itself anybody can make the choice again, and the digest tells whether it is the same list.
create table review_request (
  id uuid primary key,
  organization_id uuid not null,
  location_id uuid not null,
  location_name text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- Null where everyone is asked.
  sample_size int check (sample_size > 0),
  seed text not null,
  digest text not null,
  asked int not null,
  not_drawn int not null,
  psychologist int not null,
  social_worker int not null,
  taxonomy_unclear int not null,
  same_contact int not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null
);
create index review_request_time on review_request (organization_id, at desc);
-- Append-only: who draws again until the lot falls well shows every draw.
select bind_to_organization('review_request', 'select, insert');
revoke update, delete on review_request from bedside_system;
