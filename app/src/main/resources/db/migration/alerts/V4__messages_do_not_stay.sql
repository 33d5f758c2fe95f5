-- When something went out is asked of the last hour only, so that messages are deleted after a while. What a
-- channel was told of stays told: a notice without a message would go out anew.
alter table alert_notice drop constraint alert_notice_message_id_fkey;
create index alert_message_old on alert_message (created_at);
