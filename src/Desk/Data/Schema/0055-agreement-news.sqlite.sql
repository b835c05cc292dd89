-- People are told of agreements too: what happened is about a ticket or about an agreement.
create table notice_of (
  id integer primary key,
  entry integer not null,
  ticket integer references ticket,
  agreement integer references agreement,
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
  bundle integer,
  check ((ticket is null) <> (agreement is null))
) strict;

insert into notice_of (id, entry, ticket, person, kind, why, actor, words, at, shown, read_at, due_at, gathered, bundle)
select id, entry, ticket, person, kind, why, actor, words, at, shown, read_at, due_at, gathered, bundle from notice;

drop table notice;
alter table notice_of rename to notice;

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

-- Of which review both sides were told, and whether that was when its day had passed.
alter table agreement add column called text;
