-- What the journal says about teamwork, kept by the subscriber 'measures'. All of it can be dropped and made again: firstcontact replay measures.
-- Durations are microseconds.
create table measure_ticket (
  ticket integer primary key,
  position integer not null,
  opened_at integer not null,
  resolved_at integer,
  ending text not null,
  packed blob not null,
  resolved integer not null,
  elsewhere integer not null,
  team integer not null,
  teams text not null,
  first_contact integer not null,
  service integer,
  unit integer,
  impact text not null,
  priority integer not null,
  overridden integer,
  handovers integer not null,
  bounces integer not null,
  bounces_worked integer not null,
  team_returns integer not null,
  reopened integer not null,
  taken_up_again integer not null,
  took integer,
  waited integer not null,
  wait_customer integer not null,
  wait_supplier integer not null,
  wait_change integer not null,
  wait_problem integer not null,
  wait_other integer not null,
  wait_acceptance integer not null,
  wait_queue integer not null
) strict;

-- The tickets of a period, newest first, for all figures of it.
create index measure_ticket_opened on measure_ticket (opened_at, ticket);

create table measure_visit (
  ticket integer not null,
  no integer not null,
  team integer not null,
  from_at integer not null,
  asked integer not null,
  worked integer not null,
  primary key (ticket, no)
) strict;

-- The tickets that a team had.
create index measure_visit_team on measure_visit (team, ticket);

create table measure_passing (
  ticket integer not null,
  no integer not null,
  from_team integer not null,
  to_team integer not null,
  asked_at integer not null,
  ended text not null,
  ended_at integer,
  waited integer,
  opened_at integer not null,
  primary key (ticket, no)
) strict;

create index measure_passing_opened on measure_passing (opened_at, from_team, to_team, ended, waited, ticket);

create table measure_bounce (
  ticket integer not null,
  worked integer not null,
  no integer not null,
  home integer not null,
  away integer not null,
  at integer not null,
  opened_at integer not null,
  primary key (ticket, worked, no)
) strict;

create index measure_bounce_opened on measure_bounce (opened_at, worked, home, away, ticket);

create table measure_fault (
  ticket integer not null,
  no integer not null,
  kind text not null,
  team integer not null,
  person integer,
  at integer not null,
  mended_at integer,
  opened_at integer not null,
  primary key (ticket, no)
) strict;

create index measure_fault_opened on measure_fault (opened_at, kind, team, at, mended_at, ticket);
create index measure_fault_person on measure_fault (person, at) where person is not null;

create table measure_touch (
  ticket integer not null,
  person integer not null,
  primary key (ticket, person)
) strict;

create index measure_touch_person on measure_touch (person, ticket);

-- In which unit somebody was from which entry on, and what the rules of measures said.
create table measure_person (
  person integer not null,
  position integer not null,
  unit integer,
  primary key (person, position)
) strict;

create table measure_rule (
  position integer primary key,
  body text not null
) strict;

insert into policy (id, version, name, body) values (22, 0, 'measure-rules', '');
