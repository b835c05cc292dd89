alter table ticket add column time text;

-- What the work took, for questions across tickets: the ticket's own row holds its own entries.
create table time_spent (
  ticket bigint not null references ticket,
  no integer not null,
  person bigint not null references person,
  day text not null,
  minutes integer not null,
  words text,
  entered_by bigint not null references person,
  primary key (ticket, no)
);

create index time_spent_day on time_spent (day, ticket, no);
create index time_spent_person on time_spent (person, day, ticket, no);
