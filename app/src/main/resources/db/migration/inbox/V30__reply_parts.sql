-- A reply with its version in the other language, and with pictures. A picture was drawn anew from
-- its pixels, so that nothing but pixels is in it.
alter table reply add column translation text not null default '';

create table reply_picture (
  id uuid primary key,
  organization_id uuid not null,
  reply_id bigint not null references reply on delete cascade,
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content bytea not null,
  width int not null,
  height int not null,
  alt text not null check (alt <> ''),
  added_at timestamptz not null
);
create index reply_picture_of_reply on reply_picture (reply_id, added_at, id);
select bind_to_organization('reply_picture');

-- How the last replies at a source began.
create index reply_posted on reply (organization_id, posted_at desc) where state = 'POSTED';
