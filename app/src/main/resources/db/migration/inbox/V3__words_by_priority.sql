-- What is searched for is looked up band by band of priority, the most urgent first, so that a word of
-- the pleased, whom the list shows last, costs no more than any other. The bands are those of
-- org.bedside.inbox.store.Band. Short pending lists keep a search right after an import quick.
drop index inbox_case_search, inbox_case_themes, inbox_case_watches;
do $$
declare
  band text;
  called text;
  indexed text;
begin
  foreach indexed in array array['search', 'themes', 'watches'] loop
    for called, band in select * from (values
      ('now', 'priority >= 85'), ('answer', 'priority >= 40 and priority < 85'),
      ('know', 'priority >= 20 and priority < 40'), ('rest', 'priority < 20')) bands
    loop
      execute format(
        'create index inbox_case_%s_%s on inbox_case using gin (%s)
           with (gin_pending_list_limit = 512) where %s', indexed, called, indexed, band);
    end loop;
  end loop;
end $$;
