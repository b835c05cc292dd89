-- How somebody wants to be told. Whoever has said nothing has no row.
create table notice_settings (
  id integer primary key references person,
  version integer not null,
  choices text not null,
  muted text not null
) strict;

-- Who wants to hear no more of which ticket.
create table notice_mute (
  ticket integer not null references ticket,
  person integer not null references person,
  primary key (ticket, person)
) strict, without rowid;

create index notice_mute_person on notice_mute (person, ticket);

-- What happened that somebody is told of, and what is held for him.
create table notice (
  id integer primary key,
  entry integer not null,
  ticket integer not null references ticket,
  person integer not null references person,
  kind text not null,
  why text not null,
  -- Who did it, and the beginning of what he said.
  actor integer not null,
  words text not null,
  at integer not null,
  -- Whether it is shown in the app.
  shown integer not null,
  read_at integer,
  -- When it goes by mail, gathered with what else is due then; none when it went at once, or does not go.
  due_at integer,
  -- Whether it waits for the digest; otherwise for its hours, or the end of quiet.
  gathered integer not null,
  -- The letter that gathers it, called by the first notice in it.
  bundle integer
) strict;

-- What happened is told once to each, however often the journal is read.
create unique index notice_once on notice (entry, person);
-- The list of one person, ticket by ticket.
create index notice_person on notice (person, ticket, id) where shown = 1;
-- What he has not seen.
create index notice_unread on notice (person, ticket) where read_at is null;
-- What is held.
create index notice_due on notice (due_at, person) where due_at is not null and bundle is null and read_at is null;
-- What stands in a gathered letter.
create index notice_bundle on notice (bundle) where bundle is not null;
-- What is so old that it is forgotten.
create index notice_old on notice (at);

-- What a letter gathers, why somebody gets it, and whether its link may stop the next.
alter table letter add column bundle integer;
alter table letter add column why text;
alter table letter add column may_stop integer not null default 0;

create unique index letter_bundle on letter (bundle) where bundle is not null;

insert into policy (id, version, name, body) values (38, 0, 'notice-defaults', '');
