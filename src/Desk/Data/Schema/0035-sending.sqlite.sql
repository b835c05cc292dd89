-- What is sent: a row for each letter to each person, and how it goes with it. A node claims an attempt by counting it and moving the next one behind its own end.
create table letter (
  id integer primary key,
  -- The entry of the journal that it tells; none for a test.
  entry integer,
  ticket integer references ticket,
  person integer not null references person,
  kind text not null,
  state text not null,
  attempts integer not null default 0,
  attempts_before integer not null default 0,
  next_at integer,
  created_at integer not null,
  finished_at integer,
  address text,
  -- The same each time it is tried, so that one that went twice is one to whoever gets it.
  message_id text,
  code integer,
  answer text
) strict;

-- What happened is told once to each, however often the journal is read.
create unique index letter_once on letter (entry, person);
-- What is due.
create index letter_due on letter (next_at, id) where state in ('Waiting', 'Sending');
-- What went out about a ticket.
create index letter_ticket on letter (ticket, id);
-- The log of administrators, by what became of it.
create index letter_state on letter (state, id);
-- Which one bounced.
create index letter_message on letter (message_id) where message_id is not null;

-- Addresses that mail does not reach: nothing is sent there until somebody has looked.
create table stopped_address (
  id integer primary key,
  version integer not null,
  address text not null unique,
  why text not null,
  letter integer,
  stopped_at integer not null,
  stopped integer not null
) strict;

insert into policy (id, version, name, body) values (35, 0, 'letter-rules', '');

-- What happened before is the past, of which nobody is to be told.
insert into subscriber (name, "transaction", position) select 'letters', "transaction", position from journal order by position desc limit 1;
