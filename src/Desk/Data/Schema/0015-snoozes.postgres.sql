alter table ticket add column snoozes text;

-- Who has put which ticket aside, and which of them have come back and why.
create table ticket_snooze (
  ticket bigint not null references ticket,
  person bigint not null references person,
  until timestamptz,
  woke_at timestamptz,
  woke_why text,
  primary key (ticket, person)
);

create index ticket_snooze_person on ticket_snooze (person, ticket);
create index ticket_snooze_until on ticket_snooze (until) where until is not null and woke_at is null;
