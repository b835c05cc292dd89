-- Something is down for many.
create table major (
  id bigint primary key,
  version integer not null,
  ticket bigint not null references ticket,
  lead bigint not null references person,
  declared_at timestamptz not null,
  news_due timestamptz,
  news integer not null,
  last_words text not null,
  last_at timestamptz,
  over_at timestamptz,
  details text not null,
  review text
);

-- Those that run, and those that are over and not looked back at: held in memory.
create index major_live on major (id) where over_at is null or review is null;
create index major_ticket_own on major (ticket);

-- Tickets that wait for it, and how much of the news was said on each.
create table major_ticket (
  major bigint not null references major,
  ticket bigint not null references ticket,
  told integer not null,
  primary key (major, ticket)
);

create index major_ticket_of on major_ticket (ticket);

create sequence major_id;
