create table rule (
  id integer primary key,
  version integer not null,
  name text not null,
  definition text not null,
  active integer not null,
  active_since integer not null,
  place integer not null,
  stopped text,
  removed integer not null,
  -- When a rule that goes by time is next looked at; of several nodes one moves it.
  look_at integer
) strict;

create index rule_look on rule (look_at) where look_at is not null;

-- Which events set it off: what the journal is joined with.
create table rule_event (
  event text not null,
  rule integer not null references rule,
  primary key (event, rule)
) strict;

-- What is to run: for an entry of the journal, or for a moment of the ticket. Its number is the number of the run, so it is never given twice.
create table rule_due (
  id integer primary key autoincrement,
  rule integer not null references rule,
  ticket integer not null references ticket,
  entry integer,
  mark integer,
  queued_at integer not null,
  attempts integer not null default 0,
  next_at integer not null
) strict;

-- One entry, and one moment, sets a rule off once.
create unique index rule_due_entry on rule_due (rule, entry);
create unique index rule_due_mark on rule_due (rule, ticket, mark);
-- What runs of one ticket come first.
create index rule_due_ticket on rule_due (ticket, id);

create table rule_run (
  id integer primary key,
  rule integer not null references rule,
  version integer not null,
  ticket integer not null references ticket,
  entry integer,
  mark integer,
  at integer not null,
  left_version integer not null,
  chain text not null,
  done text not null,
  refused text not null
) strict;

create unique index rule_run_entry on rule_run (rule, entry);
-- Whether a moment has set it off already, and whether something has happened to the ticket since.
create index rule_run_ticket on rule_run (rule, ticket, mark);
-- The log of one rule.
create index rule_run_log on rule_run (rule, id);
