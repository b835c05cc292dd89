-- What somebody may do once without signing in, by a link that was sent to that person. Of its secret only the hash is here.
create table pass (
  id bigint generated always as identity primary key,
  hash bytea not null unique,
  person bigint not null references person,
  act text not null,
  key bigint not null,
  -- When that was asked which it answers.
  since timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What can be forgotten.
create index pass_expires on pass (expires_at);
