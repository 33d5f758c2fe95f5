-- What stands where the text would go, for those who decide whether it may be changed.
alter table approval_request add column replaces text;
