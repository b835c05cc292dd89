-- How a team's tickets find somebody; a team without a row does it by hand. Given counts what the desk has given out there:
-- whoever gives moves it, so that of two nodes one gives.
create table team_way (
  id bigint primary key references team,
  version integer not null,
  way text not null,
  most integer not null,
  skill text not null,
  members text not null,
  given bigint not null default 0
);

-- Whose turn it was last.
create table team_turn (
  team bigint not null references team,
  person bigint not null references person,
  turn bigint not null,
  primary key (team, person)
);

create table availability (
  id bigint primary key references person,
  version integer not null,
  hours text,
  taking integer not null,
  skills text not null
);

insert into policy (id, version, name, body) values (20, 0, 'skill-needs', '');

alter table ticket add column chosen_why text;
alter table ticket add column left_why text;

-- What nobody has, of one team: for whoever asks for the next one, and for the desk that gives it out.
create index ticket_nobodys on ticket (team, priority, opened_at, id) where assignee is null and status in ('New', 'InProgress');
