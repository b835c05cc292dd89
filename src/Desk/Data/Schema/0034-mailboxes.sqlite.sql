create table mailbox (
  id integer primary key,
  version integer not null,
  name text not null,
  address text not null,
  details text not null,
  team integer references team,
  class integer references request_class,
  active integer not null,
  removed integer not null
) strict;

-- Sealed with the keys of the desk.
create table mailbox_secret (
  mailbox integer not null references mailbox,
  kind text not null,
  sealed text not null,
  primary key (mailbox, kind)
) strict;

-- How far a mailbox has been read, how it goes with its server, and which node reads it: written by whoever fetches, and no part of what the journal tells.
create table mailbox_state (
  mailbox integer primary key references mailbox,
  holder text,
  held_until integer,
  -- The folder as it was read, whether its numbers still count, and the last of them that was dealt with.
  folder text,
  validity integer,
  uid integer not null default 0,
  started_at integer,
  -- Only what came on this day or later is looked for, until all of it has been: after the numbers have lost their meaning.
  since integer,
  contacted_at integer,
  taken_at integer,
  taken integer not null default 0,
  waiting integer not null default 0,
  failing_since integer,
  failures integer not null default 0,
  error text
) strict;

-- Messages on the server that are not done with: stored and still to be marked or moved ('Kept'), too large ('Large'), or put aside because they could not be fetched ('Aside').
create table mailbox_message (
  mailbox integer not null references mailbox,
  validity integer not null,
  uid integer not null,
  state text not null,
  size integer,
  attempts integer not null,
  at integer not null,
  next_at integer,
  why text,
  primary key (mailbox, validity, uid)
) strict;
