-- Assessed, and to be read once more: in haste while much waited, or before its organization taught
-- something. What was understood counts until then; what waits for the first time comes before.
alter table mention drop constraint mention_assessment_state_check;
alter table mention add constraint mention_assessment_state_check
  check (assessment_state in ('PENDING', 'ASSESSED', 'AGAIN', 'SET_ASIDE'));
create index mention_again on mention (organization_id, id) where assessment_state = 'AGAIN';
