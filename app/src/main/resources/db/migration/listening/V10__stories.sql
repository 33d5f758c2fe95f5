-- The same text from several sources is one story. A post that stands alone has none.
create table story (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  begun_at timestamptz not null
);
create index story_of_organization on story (organization_id, id);
select bind_to_organization('story');

-- Beside the post and not in it, so that joining a post to a story never waits for who edits the post.
create table post_story (
  post_id bigint primary key references post on delete cascade,
  organization_id uuid not null,
  story_id bigint not null references story on delete cascade,
  -- How it is the story; null for the post that the story began with.
  kind text check (kind in ('EXACT', 'SYNDICATED', 'EDITED', 'QUOTED'))
);
create index post_story_of_story on post_story (story_id);
select bind_to_organization('post_story');

-- Hashes of the whole text and of runs of its words: posts that are one story share one.
create table story_key (
  organization_id uuid not null,
  key bigint not null,
  at timestamptz not null,
  post_id bigint not null references post on delete cascade
);
create index story_key_newest on story_key (organization_id, key, at desc) include (post_id);
create index story_key_of_post on story_key (post_id);
select bind_to_organization('story_key');
