-- What is to be sent by e-mail. Kept in the transaction that asked for it; the mail server is asked
-- after that. A letter's id is its Message-ID, so one sent twice after a crash is told apart.
create table letter (
  id uuid primary key,
  organization_id uuid not null,
  recipient text not null,
  subject text not null,
  text text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
  attempts int not null default 0,
  next_at timestamptz,
  error text,
  error_detail text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index letter_due on letter (next_at) where state = 'WAITING';
select bind_to_organization('letter');
