-- Of a reply that goes out by itself: the guard's policy under which it was overridden, and who asked
-- last for its words to be changed or for it to be taken down.
alter table reply
  add column guard_version bigint,
  add column asked_by uuid,
  add column asked_by_name text;
