-- What was said of handovers, what was answered by whoever was asked in, and which teams are marked as first contact, by the subscriber 'measures'.
alter table measure_passing add column complete integer;
alter table measure_passing add column lacked text;
alter table measure_passing add column reason text;

create table measure_help (
  ticket integer not null,
  no integer not null,
  by_team integer,
  for_team integer not null,
  person integer not null,
  at integer not null,
  opened_at integer not null,
  primary key (ticket, no)
) strict;

create index measure_help_person on measure_help (person, ticket);

create table measure_front (
  team integer primary key,
  marked integer not null
) strict;

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
