-- What customers asked about, kept by the subscriber 'measures' beside its other rows: one of each ticket that counts.
create table measure_asked (
  ticket integer primary key,
  opened_at integer not null,
  customer integer not null,
  -- Nought for none, so that none is a department and a subject like any other. The service only where there is no category.
  unit integer not null,
  category integer not null,
  service integer not null,
  tried integer not null,
  reproduced integer not null,
  agreed integer not null,
  solved integer not null
) strict;

-- All departments of a period, from the index alone; and one of them.
create index measure_asked_opened on measure_asked (opened_at, unit, customer, category, service, tried, reproduced, agreed, solved, ticket);
create index measure_asked_unit on measure_asked (unit, opened_at, ticket);

-- Whether the same person had asked about the same before.
create index measure_asked_customer on measure_asked (customer, category, service, unit, opened_at, ticket);

-- How many people a department has.
create index person_unit on person (unit, active) where unit is not null;

-- What is counted already is counted once more, now with this.
delete from measure_ticket;
delete from measure_visit;
delete from measure_passing;
delete from measure_bounce;
delete from measure_fault;
delete from measure_touch;
delete from measure_person;
delete from measure_rule;
delete from subscriber where name = 'measures';
