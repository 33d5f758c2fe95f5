-- A page of the inbox stays one short index scan at a million mentions. Whole stars in a column of
-- their own: equality of numbers may run below row-level security, comparing decimals may not.
alter table inbox_case add column stars smallint generated always as (floor(rating)) stored;

-- Sentiment and stars go along with the priority, so each needs its own order; in the others they
-- lie beside the key, so that a combined filter is decided without reading the rows it drops.
drop index inbox_case_order, inbox_case_source, inbox_case_location, inbox_case_opened;
create index inbox_case_order
  on inbox_case (organization_id, state, priority desc, published_at desc, id desc)
  include (sentiment, stars);
create index inbox_case_source
  on inbox_case (organization_id, source_id, state, priority desc, published_at desc, id desc)
  include (sentiment, stars);
create index inbox_case_location
  on inbox_case (organization_id, location_id, state, priority desc, published_at desc, id desc)
  include (sentiment, stars);
create index inbox_case_sentiment
  on inbox_case (organization_id, sentiment, state, priority desc, published_at desc, id desc)
  include (stars);
create index inbox_case_stars
  on inbox_case (organization_id, stars, state, priority desc, published_at desc, id desc)
  include (sentiment);
create index inbox_case_opened on inbox_case (organization_id, state, opened_at desc)
  include (priority);
