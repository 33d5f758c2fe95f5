-- A reply that goes out by itself: ASKED while somebody has to agree, LEAVING from the order until the
-- network has it, POSTED only then. RETURNED keeps the words of one that did not go out, with why.
alter table reply drop constraint reply_state_check;
alter table reply add constraint reply_state_check
  check (state in ('DRAFT', 'ASKED', 'LEAVING', 'POSTED', 'RETURNED', 'REMOVED'));
alter table reply
  add column channel_id uuid,
  add column order_key uuid,
  add column approval_id uuid,
  add column url text,
  add column problem text,
  add column problem_detail text;
create unique index reply_order on reply (order_key) where order_key is not null;
create unique index reply_approval on reply (approval_id) where approval_id is not null;
create index reply_mention_out on reply (mention_id) where state in ('ASKED', 'LEAVING');
