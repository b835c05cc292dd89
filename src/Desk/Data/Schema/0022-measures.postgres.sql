-- What the journal says about teamwork, kept by the subscriber 'measures'. All of it can be dropped and made again: firstcontact replay measures.
-- Durations are microseconds.
create table measure_ticket (
  ticket bigint primary key,
  position bigint not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  ending text not null,
  packed bytea not null,
  resolved integer not null,
  elsewhere integer not null,
  team bigint not null,
  teams text not null,
  first_contact integer not null,
  service bigint,
  unit bigint,
  impact text not null,
  priority integer not null,
  overridden integer,
  handovers integer not null,
  bounces integer not null,
  bounces_worked integer not null,
  team_returns integer not null,
  reopened integer not null,
  taken_up_again integer not null,
  took bigint,
  waited bigint not null,
  wait_customer bigint not null,
  wait_supplier bigint not null,
  wait_change bigint not null,
  wait_problem bigint not null,
  wait_other bigint not null,
  wait_acceptance bigint not null,
  wait_queue bigint not null
);

-- The tickets of a period, newest first, for all figures of it.
create index measure_ticket_opened on measure_ticket (opened_at, ticket);

create table measure_visit (
  ticket bigint not null,
  no integer not null,
  team bigint not null,
  from_at timestamptz not null,
  asked integer not null,
  worked integer not null,
  primary key (ticket, no)
);

-- The tickets that a team had.
create index measure_visit_team on measure_visit (team, ticket);

create table measure_passing (
  ticket bigint not null,
  no integer not null,
  from_team bigint not null,
  to_team bigint not null,
  asked_at timestamptz not null,
  ended text not null,
  ended_at timestamptz,
  waited bigint,
  opened_at timestamptz not null,
  primary key (ticket, no)
);

create index measure_passing_opened on measure_passing (opened_at, from_team, to_team, ended, waited, ticket);

create table measure_bounce (
  ticket bigint not null,
  worked integer not null,
  no integer not null,
  home bigint not null,
  away bigint not null,
  at timestamptz not null,
  opened_at timestamptz not null,
  primary key (ticket, worked, no)
);

create index measure_bounce_opened on measure_bounce (opened_at, worked, home, away, ticket);

create table measure_fault (
  ticket bigint not null,
  no integer not null,
  kind text not null,
  team bigint not null,
  person bigint,
  at timestamptz not null,
  mended_at timestamptz,
  opened_at timestamptz not null,
  primary key (ticket, no)
);

create index measure_fault_opened on measure_fault (opened_at, kind, team, at, mended_at, ticket);
create index measure_fault_person on measure_fault (person, at) where person is not null;

create table measure_touch (
  ticket bigint not null,
  person bigint not null,
  primary key (ticket, person)
);

create index measure_touch_person on measure_touch (person, ticket);

-- In which unit somebody was from which entry on, and what the rules of measures said.
create table measure_person (
  person bigint not null,
  position bigint not null,
  unit bigint,
  primary key (person, position)
);

create table measure_rule (
  position bigint primary key,
  body text not null
);

insert into policy (id, version, name, body) values (22, 0, 'measure-rules', '');
