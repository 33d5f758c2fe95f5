-- Pictures that go with a delivery: copies, so that the draft may change or go. Deleted thirty days after the
-- delivery is over.
create table delivery_picture (
  id uuid primary key,
  organization_id uuid not null,
  delivery_id uuid not null references delivery on delete cascade,
  place int not null,
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  content bytea not null,
  width int not null,
  height int not null,
  alt text not null check (alt <> ''),
  -- What the network calls it, once it has taken it; a repeat of the reply names the same one.
  network_id text,
  uploaded_at timestamptz,
  unique (delivery_id, place)
);
select bind_to_organization('delivery_picture');
