alter table invitation add column revoked_at timestamptz;
-- A session that began before this moment has ended.
alter table person add column password_changed_at timestamptz;
