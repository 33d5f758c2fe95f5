-- Fills one organization with mentions that are assessed and in the inbox, made up here: words by
-- Zipf's law, sources, places, watches, themes and priorities as skewed as they are in life. The same
-- seed gives the same rows.
create or replace function bench_pick(words text[]) returns text language sql volatile as $$
  select words[1 + floor(array_length(words, 1) * power(random(), 3))::int]
$$;

create or replace function bench_sentences() returns void language plpgsql as $$
declare
  syllables text[] := string_to_array('ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu', ' ');
  who text[] := string_to_array('nurse doctor staff receptionist surgeon team midwife clerk porter volunteer physiotherapist pharmacist', ' ');
  did text[] := string_to_array('listened explained waited helped ignored called promised answered forgot smiled apologised shouted', ' ');
  what text[] := string_to_array('results appointment medication pain discharge parking food referral operation scan letter bill', ' ');
  how text[] := string_to_array('kindly quickly badly carefully rudely patiently slowly well', ' ');
  place text[] := array['ward', 'waiting room', 'emergency department', 'car park', 'clinic', 'maternity unit', 'front desk', 'day surgery'];
  vocabulary text[];
begin
  if to_regclass('bench_sentence') is not null then
    return;
  end if;
  perform setseed(0.25);
  select array_agg(word) into vocabulary from (
    select distinct s1.w || s2.w || s3.w as word from unnest(syllables) s1(w), unnest(syllables) s2(w), unnest(syllables) s3(w)
    order by 1) made;
  create unlogged table bench_sentence as
    select i::int as id,
      'The ' || bench_pick(who) || ' ' || bench_pick(did) || ' ' || bench_pick(how) || ' about the '
      || bench_pick(what) || ' ' || bench_pick(vocabulary) || ' ' || bench_pick(vocabulary)
      || ' in the ' || bench_pick(place) || ' and ' || bench_pick(vocabulary) || '. ' as text
    from generate_series(1, 20000) i;
  alter table bench_sentence add primary key (id);
end $$;

create or replace function bench_fill(org uuid, n int, theme_labels text[]) returns void language plpgsql as $$
declare
  source_ids uuid[];
  location_ids uuid[];
  watch_ids uuid[];
  base bigint;
  index_definitions text[];
  definition record;
  definition_text text;
begin
  perform bench_sentences();
  perform setseed(0.5);
  insert into source (id, organization_id, kind, name, takes, created_at)
    select gen_random_uuid(), org, 'API', 'Source ' || to_char(i, 'FM00'), 'ALL', now() from generate_series(1, 12) i;
  insert into location (id, organization_id, name, added_at)
    select gen_random_uuid(), org, 'Place ' || to_char(i, 'FM00'), now() from generate_series(1, 15) i;
  insert into watch (id, organization_id, name, query, state, created_at, changed_at)
    select gen_random_uuid(), org, 'Watch ' || to_char(i, 'FM00'), 'watch' || i, 'ACTIVE', now(), now() from generate_series(1, 20) i;
  select array_agg(id order by name) into source_ids from source where organization_id = org and name like 'Source %';
  select array_agg(id order by name) into location_ids from location where organization_id = org and name like 'Place %';
  select array_agg(id order by name) into watch_ids from watch where organization_id = org and name like 'Watch %';
  select greatest(coalesce((select max(id) from post), 0), coalesce((select max(id) from mention), 0),
    coalesce((select max(id) from inbox_case), 0)) into base;

  drop table if exists bench_row;
  create unlogged table bench_row as
  select d.i, base + d.i as id,
    (select text from bench_sentence where id = d.s1) || (select text from bench_sentence where id = d.s2)
      || (select text from bench_sentence where id = d.s3)
      || case when d.words > 0.5 then (select text from bench_sentence where id = d.s4) else '' end
      || case when d.words > 0.8 then (select text from bench_sentence where id = d.s5) else '' end
      -- a word in one of 400 mentions, and words that twenty mentions have however many there are
      || case when d.i % 400 = 7 then 'Quillon. ' else '' end
      || case when d.p >= 0.6 and d.i % 4 = 1 then 'Wonderful. ' else '' end
      || 'Visit v' || d.i % greatest(1, n / 20) || '.' as text,
    source_ids[1 + floor(12 * power(d.a, 2.5))::int] as source_id,
    case when d.b < 0.7 then location_ids[1 + floor(15 * power(d.b / 0.7, 2))::int] end as location_id,
    array(select watch_ids[w] from generate_series(1, 20) w where mod((d.c * 7919 * w)::numeric, 1) < 0.5 / (w * w))::uuid[] as watches,
    array(select distinct theme_labels[1 + floor(array_length(theme_labels, 1) * power(mod((d.e * 6007 * t)::numeric, 1)::float8, 2))::int]
      from generate_series(1, 1 + (d.f * 3)::int) t)::text[] as themes,
    case when d.p < 0.003 then 100 when d.p < 0.015 then 85 when d.p < 0.3 then 40 + floor(36 * power(d.q, 2))::int
      when d.p < 0.4 then 30 when d.p < 0.6 then 20 else 10 end::smallint as priority,
    case when d.p < 0.3 then 'NEGATIVE' when d.p < 0.6 then 'NEUTRAL' else 'POSITIVE' end as sentiment,
    case when d.p < 0.003 then 'CRITICAL' when d.p < 0.015 then 'HIGH' else 'NONE' end as urgency,
    case when d.p < 0.003 then 'inbox.reason.critical' when d.p < 0.015 then 'inbox.reason.high'
      when d.p < 0.3 then 'inbox.reason.negative' when d.p < 0.4 then 'inbox.reason.asks'
      when d.p < 0.6 then 'inbox.reason.neutral' else 'inbox.reason.positive' end as reason,
    case when d.r < 0.6 then case when d.p < 0.3 then 1 + floor(2 * d.r / 0.6) when d.p < 0.6 then 3 else 4 + floor(2 * d.r / 0.6) end end::numeric(4, 2) as rating,
    case when d.t < 0.3 then 'CLOSED' else 'OPEN' end as state,
    now() - d.u * interval '1000 days' as published_at
  from (select i, random() as a, random() as b, random() as c, random() as e, random() as f, random() as p,
      random() as q, random() as r, random() as t, random() as u, random() as words,
      1 + floor(20000 * random())::int as s1, 1 + floor(20000 * random())::int as s2, 1 + floor(20000 * random())::int as s3,
      1 + floor(20000 * random())::int as s4, 1 + floor(20000 * random())::int as s5
    from generate_series(1, n) i) d;

  select array_agg(pg_get_indexdef(i.indexrelid)) into index_definitions from pg_index i
    where i.indrelid = 'inbox_case'::regclass and not i.indisunique;
  for definition in select i.indexrelid::regclass as name from pg_index i
    where i.indrelid = 'inbox_case'::regclass and not i.indisunique
  loop
    execute format('drop index %s', definition.name);
  end loop;

  insert into post (id, organization_id, source_id, external_id, text, rating, author, lang, published_at, received_at, content_hash)
    overriding system value
    select id, org, source_id, 'bench-' || i, text, rating, 'Writer ' || i % 5000, 'en', published_at, published_at, md5(text) from bench_row;
  insert into mention (id, organization_id, post_id, location_id, created_at, assessment_state)
    overriding system value
    select id, org, id, location_id, published_at, 'ASSESSED' from bench_row;
  insert into mention_watch (organization_id, mention_id, watch_id)
    select org, id, unnest(watches) from bench_row;
  insert into assessment (mention_id, organization_id, post_version, assessed_at, document)
    select id, org, 1, published_at, jsonb_build_object('id', id::text, 'language', 'en',
      'sentiment', jsonb_build_object('label', sentiment, 'negative', 0.3, 'neutral', 0.3, 'positive', 0.4, 'scale5', 3),
      'offensive', 0.01,
      'themes', (select coalesce(jsonb_agg(jsonb_build_object('theme', theme, 'sentiment', r.sentiment,
        'span', jsonb_build_object('start', 0, 'end', 12), 'score', 0.8)), '[]') from unnest(themes) theme),
      'identifiers', '[]'::jsonb,
      'urgency', jsonb_build_object('level', urgency, 'kinds', '[]'::jsonb),
      'disaster', jsonb_build_object('relevant', 0.01, 'type', 'Not labeled'),
      'asks', '[]'::jsonb, 'about', '[]'::jsonb, 'reasons', '[]'::jsonb)
    from bench_row r;
  insert into inbox_case (id, organization_id, state, outcome, priority, reason, lead_mention, source_id, location_id,
      sentiment, urgency, rating, themes, watches, author, preview, search, published_at, opened_at, changed_at, closed_at)
    overriding system value
    select id, org, state, case when state = 'CLOSED' then 'NO_FOLLOW_UP' end, priority, reason, id, source_id, location_id,
      sentiment, urgency, rating, themes, watches, 'Writer ' || i % 5000, left(text, 320),
      to_tsvector('simple', text), published_at, published_at, published_at, case when state = 'CLOSED' then published_at end
    from bench_row;
  insert into case_mention (mention_id, organization_id, case_id) select id, org, id from bench_row;
  perform setval(pg_get_serial_sequence(t, 'id'), base + n) from unnest(array['post', 'mention', 'inbox_case']) t;
  foreach definition_text in array index_definitions loop
    execute definition_text;
  end loop;
  drop table bench_row;
end $$;
