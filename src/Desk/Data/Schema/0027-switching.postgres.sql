-- A day with another team. Whom and which teams it concerns stands between blanks, to be found in.
create table switch_day (
  id bigint primary key,
  version integer not null,
  date text not null,
  team bigint not null references team,
  host bigint not null references person,
  state text not null,
  open integer not null,
  teams text not null,
  people text not null,
  body text not null
);

-- What is to come, and what was, by day.
create index switch_day_date on switch_day (date, id);

-- What anybody still has something to do with: asked for the page of needs, and kept in memory.
create index switch_day_open on switch_day (date) where open = 1;

-- Nobody is with two teams at a time.
create table switch_half (
  person bigint not null references person,
  date text not null,
  half text not null,
  day bigint not null references switch_day,
  primary key (person, date, half)
);

create sequence switch_day_id;
