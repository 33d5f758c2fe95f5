-- Messages that arrived or were given up are deleted after a while.
create index hook_message_over on hook_message (coalesce(done_at, next_at)) where state <> 'WAITING';
