create table mailbox (
  id bigint primary key,
  version integer not null,
  name text not null,
  address text not null,
  details text not null,
  team bigint references team,
  class bigint references request_class,
  active integer not null,
  removed integer not null
);

create sequence mailbox_id;

-- Sealed with the keys of the desk.
create table mailbox_secret (
  mailbox bigint not null references mailbox,
  kind text not null,
  sealed text not null,
  primary key (mailbox, kind)
);

-- How far a mailbox has been read, how it goes with its server, and which node reads it: written by whoever fetches, and no part of what the journal tells.
create table mailbox_state (
  mailbox bigint primary key references mailbox,
  holder text,
  held_until timestamptz,
  -- The folder as it was read, whether its numbers still count, and the last of them that was dealt with.
  folder text,
  validity bigint,
  uid bigint not null default 0,
  started_at timestamptz,
  -- Only what came on this day or later is looked for, until all of it has been: after the numbers have lost their meaning.
  since timestamptz,
  contacted_at timestamptz,
  taken_at timestamptz,
  taken integer not null default 0,
  waiting integer not null default 0,
  failing_since timestamptz,
  failures integer not null default 0,
  error text
);

-- Messages on the server that are not done with: stored and still to be marked or moved ('Kept'), too large ('Large'), or put aside because they could not be fetched ('Aside').
create table mailbox_message (
  mailbox bigint not null references mailbox,
  validity bigint not null,
  uid bigint not null,
  state text not null,
  size bigint,
  attempts integer not null,
  at timestamptz not null,
  next_at timestamptz,
  why text,
  primary key (mailbox, validity, uid)
);
