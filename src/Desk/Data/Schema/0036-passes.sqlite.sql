-- What somebody may do once without signing in, by a link that was sent to that person. Of its secret only the hash is here.
create table pass (
  id integer primary key,
  hash blob not null unique,
  person integer not null references person,
  act text not null,
  key integer not null,
  -- When that was asked which it answers.
  since integer not null,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;

-- What can be forgotten.
create index pass_expires on pass (expires_at);
