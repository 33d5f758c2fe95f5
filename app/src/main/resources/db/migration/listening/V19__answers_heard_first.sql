-- What answers a post is found when that post is heard after it.
create index post_reply_to on post (source_id, reply_to) where reply_to is not null;
