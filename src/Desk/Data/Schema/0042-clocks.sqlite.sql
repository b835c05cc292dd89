-- The clocks of tickets, kept by the subscriber 'clocks' from what has happened to each. All of it can be dropped and made again: firstcontact replay clocks.
-- Durations are microseconds.
create table ticket_clock (
  ticket integer not null,
  clock text not null,
  kind text not null,
  measure text not null,
  agreement integer not null,
  version integer not null,
  clause integer not null,
  calendar integer not null,
  priority integer not null,
  state text not null,
  outcome text not null,
  began_at integer not null,
  due_at integer,
  ended_at integer,
  decided_at integer,
  target integer not null,
  worked integer not null,
  next_at integer,
  told integer not null,
  cause text,
  words text,
  primary key (ticket, clock)
) strict;

-- What the ladder has to say next.
create index ticket_clock_next on ticket_clock (next_at, ticket) where next_at is not null;

-- What was kept and missed of an agreement's clauses.
create index ticket_clock_decided on ticket_clock (agreement, decided_at, clause, outcome) where decided_at is not null;

-- What was missed, the newest first, and what nobody has explained.
create index ticket_clock_missed on ticket_clock (decided_at, ticket) where outcome = 'Missed';
create index ticket_clock_unexplained on ticket_clock (ticket) where outcome = 'Missed' and cause is null;

-- Whose hours change.
create index ticket_clock_calendar on ticket_clock (calendar, ticket) where ended_at is null;

-- Tickets to be counted anew, from when on.
create table clock_anew (
  ticket integer not null,
  at integer not null,
  primary key (ticket, at)
) strict;

create index clock_anew_at on clock_anew (at, ticket);

-- For which supplier a ticket waits, with its name as it was.
alter table ticket add column wait_supplier text;
