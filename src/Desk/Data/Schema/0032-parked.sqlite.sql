-- Whom to call back: null while nobody is to be.
alter table ticket add column call_back text;
alter table ticket add column call_tail text;
alter table ticket add column call_due integer;
alter table ticket add column call_missed_at integer;

-- Call-backs by the number that called, for the next missed call; and all of them, by when they are due.
create index ticket_call_tail on ticket (call_tail) where call_due is not null;
create index ticket_call_due on ticket (call_due) where call_due is not null;

-- By its last digits a number is known again, however it is written.
alter table person add column phone_tail text;
update person set phone_tail = substr(replace(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', ''), '+', ''), -9) where phone is not null;
create index person_phone_tail on person (phone_tail) where phone_tail is not null;

-- What is parked in silence now, for the queue.
create index measure_fault_parked on measure_fault (ticket, at) where kind = 'ParkedInSilence' and mended_at is null;

-- A time-critical event: place, time, contact, who watches, and the test before.
create table occasion (
  id integer primary key,
  version integer not null,
  title text not null,
  starts integer not null,
  ends integer not null,
  watcher integer references person,
  team integer references team,
  tester integer references person,
  test_at integer,
  called_off integer not null,
  details text not null,
  test text,
  tickets text not null
) strict;

-- The calendar of some days: none lasts longer than a month.
create index occasion_starts on occasion (starts, id);

-- And what is tested on them.
create index occasion_test_at on occasion (test_at) where test_at is not null;

create table occasion_ticket (
  ticket integer not null references ticket,
  occasion integer not null references occasion,
  primary key (ticket, occasion)
) strict;

insert into policy (id, version, name, body) values (30, 0, 'call-rules', '');
