-- What is counted of a mention. Kept by listening to assessments and corrections; holds no text.
create table feedback_fact (
  mention_id bigint primary key,
  organization_id uuid not null,
  published_at timestamptz not null,
  source_id uuid not null,
  location_id uuid,
  sentiment text not null
);
create index feedback_fact_time
  on feedback_fact (organization_id, published_at) include (sentiment, location_id, source_id);
select bind_to_organization('feedback_fact');

create table feedback_theme (
  mention_id bigint not null references feedback_fact on delete cascade,
  organization_id uuid not null,
  published_at timestamptz not null,
  location_id uuid,
  theme text not null,
  sentiment text not null,
  primary key (mention_id, theme)
);
create index feedback_theme_time
  on feedback_theme (organization_id, published_at) include (theme, sentiment, location_id);
select bind_to_organization('feedback_theme');
