-- All that one account of the AT Protocol wrote begins with its address, and goes together when the
-- account goes. Ordered by bytes, so that a beginning is a range.
create index post_of_account on post (source_id, external_id text_pattern_ops)
  where external_id ~>=~ 'at://' and external_id ~<~ 'at:/0';
