create table webhook (
  id integer primary key,
  version integer not null,
  name text not null,
  url text not null,
  events text not null,
  hub_signature integer not null,
  active integer not null,
  active_since integer not null,
  off_because text,
  removed integer not null,
  -- How it goes with the receiver: written by whoever sends, and no part of what the journal tells.
  failing_since integer,
  failed_at integer
) strict;

-- Which events it wants, by name or by kind ('ticket.*'): what the journal is joined with.
create table webhook_event (
  event text not null,
  webhook integer not null references webhook,
  primary key (event, webhook)
) strict;

-- Sealed, by the version of the webhook that brought them; at most two are good at once.
create table webhook_secret (
  webhook integer not null references webhook,
  version integer not null,
  made_at integer not null,
  sealed text not null,
  ends_at integer,
  primary key (webhook, version)
) strict;

-- What is to be sent, and how it went. A node claims an attempt by counting it and moving the next one behind its own end.
create table webhook_delivery (
  id integer primary key,
  webhook integer not null references webhook,
  message text not null,
  type text not null,
  at integer not null,
  entry integer,
  subject text not null,
  key integer not null,
  data text,
  body text,
  state text not null,
  attempts integer not null default 0,
  attempts_before integer not null default 0,
  next_at integer,
  created_at integer not null,
  finished_at integer,
  status integer,
  why text,
  took integer
) strict;

-- What happened is queued once for each, however often the journal is read.
create unique index webhook_delivery_entry on webhook_delivery (webhook, entry);
-- What is due for one receiver.
create index webhook_delivery_due on webhook_delivery (webhook, next_at) where state = 'Waiting';
-- The log of one receiver, and its failures.
create index webhook_delivery_log on webhook_delivery (webhook, id);
create index webhook_delivery_failed on webhook_delivery (webhook, id) where state = 'Failed';
-- What is old enough to be forgotten.
create index webhook_delivery_finished on webhook_delivery (finished_at) where finished_at is not null;

create table webhook_attempt (
  delivery integer not null references webhook_delivery on delete cascade,
  attempt integer not null,
  at integer not null,
  took integer not null,
  status integer,
  why text,
  answer text,
  primary key (delivery, attempt)
) strict;
