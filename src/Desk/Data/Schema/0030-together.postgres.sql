-- What was said of handovers, what was answered by whoever was asked in, and which teams are marked as first contact, by the subscriber 'measures'.
alter table measure_passing add column complete integer;
alter table measure_passing add column lacked text;
alter table measure_passing add column reason text;

create table measure_help (
  ticket bigint not null,
  no integer not null,
  by_team bigint,
  for_team bigint not null,
  person bigint not null,
  at timestamptz not null,
  opened_at timestamptz not null,
  primary key (ticket, no)
);

create index measure_help_person on measure_help (person, ticket);

create table measure_front (
  team bigint primary key,
  marked integer not null
);

-- All that was kept is made again from the journal, with what is new.
delete from measure_ticket;
delete from measure_visit;
delete from measure_passing;
delete from measure_bounce;
delete from measure_fault;
delete from measure_touch;
delete from measure_person;
delete from measure_rule;
delete from subscriber where name = 'measures';
