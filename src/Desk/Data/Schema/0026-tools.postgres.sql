create table tool (
  id bigint primary key,
  version integer not null,
  name text not null,
  owner bigint references person,
  details text not null,
  withheld text not null,
  procedures text not null,
  requests integer not null,
  active integer not null
);

create table tool_overlap (
  id bigint primary key,
  version integer not null,
  owner bigint references person,
  details text not null,
  settled integer not null
);

-- A tool that was opened on a device for a ticket; the ticket's journal tells it, and this counts it.
create table tool_session (
  ticket bigint not null references ticket,
  no integer not null,
  tool bigint not null references tool,
  team bigint references team,
  person bigint not null references person,
  device text,
  link text not null,
  at timestamptz not null,
  primary key (ticket, no)
);

-- How often a tool was used since some day, by team.
create index tool_session_tool on tool_session (tool, at, team);

insert into policy (id, version, name, body) values (26, 0, 'launch-schemes', '');

create sequence tool_id;
create sequence tool_overlap_id;
