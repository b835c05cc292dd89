-- Since when a ticket waits for a team to accept it, and who brings two teams together.
alter table ticket add column handed_at integer;
insert into policy (id, version, name, body) values (24, 0, 'team-bridges', '');

-- What first contact would have needed, of tickets that another team has solved.
create table front_answer (
  ticket integer primary key references ticket,
  need text not null,
  words text,
  person integer not null references person,
  at integer not null
) strict;

-- What is planned about it, by what it is about; and between which moments its tickets are counted.
create table gap (
  id integer primary key,
  version integer not null,
  plan text not null,
  category integer references category,
  service integer references service,
  from_at integer,
  done_at integer,
  to_at integer
) strict;

-- What was resolved of one category or service in a time.
create index ticket_resolved_category on ticket (category, resolved_at) where resolved_at is not null;
create index ticket_resolved_service on ticket (service, resolved_at) where resolved_at is not null;

-- What is asked of tickets of a category; and what came out of one.
create table guide (
  id integer primary key references category,
  version integer not null,
  questions text not null
) strict;

alter table ticket add column understanding text;
