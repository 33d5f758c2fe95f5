-- Keys lie in the order in which they came, and so nearly in the order in which they end: a summary of
-- each stretch of the table is enough to find those that have, and costs next to nothing to keep.
drop index story_key_useless;
create index story_key_useless on story_key using brin (useless_from)
  with (pages_per_range = 32, autosummarize = on);
