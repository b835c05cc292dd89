-- The spine: everything that ever happened, in order. See docs/decisions/0003-the-journal.md.
create table journal (
  position integer primary key,
  "transaction" integer not null default 0,
  subject text not null,
  key integer not null,
  event text not null,
  version integer not null,
  actor integer not null,
  cause text not null,
  at integer not null,
  body text not null
) strict;

create index journal_subject on journal (subject, key, position);

create table subscriber (
  name text primary key,
  "transaction" integer not null default -9223372036854775807,
  position integer not null default 0,
  poison text
) strict;

create table idempotency (
  person integer not null,
  key text not null,
  request text not null,
  subject integer not null,
  at integer not null,
  primary key (person, key)
) strict;

create index idempotency_at on idempotency (at);

-- Keys that sign cookies and forms, shared by all nodes.
create table protection_key (
  name text primary key,
  xml text not null
) strict;
