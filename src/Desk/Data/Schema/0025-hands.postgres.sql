-- Since when a ticket waits for a team to accept it, and who brings two teams together.
alter table ticket add column handed_at timestamptz;
insert into policy (id, version, name, body) values (24, 0, 'team-bridges', '');

-- What first contact would have needed, of tickets that another team has solved.
create table front_answer (
  ticket bigint primary key references ticket,
  need text not null,
  words text,
  person bigint not null references person,
  at timestamptz not null
);

-- What is planned about it, by what it is about; and between which moments its tickets are counted.
create table gap (
  id bigint primary key,
  version integer not null,
  plan text not null,
  category bigint references category,
  service bigint references service,
  from_at timestamptz,
  done_at timestamptz,
  to_at timestamptz
);

-- What was resolved of one category or service in a time.
create index ticket_resolved_category on ticket (category, resolved_at) where resolved_at is not null;
create index ticket_resolved_service on ticket (service, resolved_at) where resolved_at is not null;

-- What is asked of tickets of a category; and what came out of one.
create table guide (
  id bigint primary key references category,
  version integer not null,
  questions text not null
);

alter table ticket add column understanding text;
