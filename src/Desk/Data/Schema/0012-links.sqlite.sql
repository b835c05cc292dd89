alter table ticket add column links text;

-- Both ends of each link are rows: what stands below a ticket and what stands above it are the same question.
create table ticket_link (
  ticket integer not null references ticket,
  other integer not null references ticket,
  relation text not null,
  primary key (ticket, other)
) strict;

-- Whoever gives a ticket a parent moves this version: of two who would close a circle together, one looks again.
create table ticket_tree (
  id integer primary key,
  version integer not null
) strict;

insert into ticket_tree (id, version) values (1, 0);
