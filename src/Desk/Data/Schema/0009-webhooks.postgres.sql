create table webhook (
  id bigint primary key,
  version integer not null,
  name text not null,
  url text not null,
  events text not null,
  hub_signature integer not null,
  active integer not null,
  active_since timestamptz not null,
  off_because text,
  removed integer not null,
  -- How it goes with the receiver: written by whoever sends, and no part of what the journal tells.
  failing_since timestamptz,
  failed_at timestamptz
);

create sequence webhook_id;

-- Which events it wants, by name or by kind ('ticket.*'): what the journal is joined with.
create table webhook_event (
  event text not null,
  webhook bigint not null references webhook,
  primary key (event, webhook)
);

-- Sealed, by the version of the webhook that brought them; at most two are good at once.
create table webhook_secret (
  webhook bigint not null references webhook,
  version integer not null,
  made_at timestamptz not null,
  sealed text not null,
  ends_at timestamptz,
  primary key (webhook, version)
);

-- What is to be sent, and how it went. A node claims an attempt by counting it and moving the next one behind its own end.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  webhook bigint not null references webhook,
  message text not null,
  type text not null,
  at timestamptz not null,
  entry bigint,
  subject text not null,
  key bigint not null,
  data text,
  body text,
  state text not null,
  attempts integer not null default 0,
  attempts_before integer not null default 0,
  next_at timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  status integer,
  why text,
  took integer
);

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
  delivery bigint not null references webhook_delivery on delete cascade,
  attempt integer not null,
  at timestamptz not null,
  took integer not null,
  status integer,
  why text,
  answer text,
  primary key (delivery, attempt)
);
