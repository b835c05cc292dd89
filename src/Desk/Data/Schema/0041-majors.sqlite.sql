-- Something is down for many.
create table major (
  id integer primary key,
  version integer not null,
  ticket integer not null references ticket,
  lead integer not null references person,
  declared_at integer not null,
  news_due integer,
  news integer not null,
  last_words text not null,
  last_at integer,
  over_at integer,
  details text not null,
  review text
) strict;

-- Those that run, and those that are over and not looked back at: held in memory.
create index major_live on major (id) where over_at is null or review is null;
create index major_ticket_own on major (ticket);

-- Tickets that wait for it, and how much of the news was said on each.
create table major_ticket (
  major integer not null references major,
  ticket integer not null references ticket,
  told integer not null,
  primary key (major, ticket)
) strict;

create index major_ticket_of on major_ticket (ticket);
