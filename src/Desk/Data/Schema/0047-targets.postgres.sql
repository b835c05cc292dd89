-- What the goals of the desk ask of a ticket besides: who asked for what and how, and how long until the first word. Durations are microseconds.
alter table measure_ticket add column kind text not null default '';
alter table measure_ticket add column channel text not null default '';
alter table measure_ticket add column category bigint;
alter table measure_ticket add column first_word bigint;

-- A goal's tickets of some months, from the index alone.
create index measure_ticket_goal on measure_ticket (opened_at, ending, channel, kind, service, category, unit, elsewhere, resolved, first_contact, reopened, bounces, took, first_word, ticket);

-- Handovers of some months, and those of one team.
create index measure_passing_asked on measure_passing (asked_at, to_team, ended, waited, ticket);

-- What is counted already is counted once more, now with this.
delete from measure_ticket;
delete from measure_visit;
delete from measure_passing;
delete from measure_bounce;
delete from measure_fault;
delete from measure_touch;
delete from measure_help;
delete from measure_asked;
delete from measure_person;
delete from measure_rule;
delete from measure_front;
delete from subscriber where name = 'measures';

-- A goal for one of the measures that are the same for all.
create table target (
  id bigint primary key,
  version integer not null,
  team bigint references team,
  service bigint references service,
  category bigint references category,
  calendar bigint references calendar,
  retired integer not null,
  terms text not null,
  -- What it measures and for whom: two goals that hold never say two things of one.
  likeness text not null
);

create sequence target_id;

create unique index target_likeness on target (likeness) where retired = 0;

-- What others reach, with source and year.
create table industry_figure (
  id bigint primary key,
  version integer not null,
  removed integer not null,
  terms text not null
);

create sequence industry_figure_id;
