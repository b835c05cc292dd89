create table tool (
  id integer primary key,
  version integer not null,
  name text not null,
  owner integer references person,
  details text not null,
  withheld text not null,
  procedures text not null,
  requests integer not null,
  active integer not null
) strict;

create table tool_overlap (
  id integer primary key,
  version integer not null,
  owner integer references person,
  details text not null,
  settled integer not null
) strict;

-- A tool that was opened on a device for a ticket; the ticket's journal tells it, and this counts it.
create table tool_session (
  ticket integer not null references ticket,
  no integer not null,
  tool integer not null references tool,
  team integer references team,
  person integer not null references person,
  device text,
  link text not null,
  at integer not null,
  primary key (ticket, no)
) strict;

-- How often a tool was used since some day, by team.
create index tool_session_tool on tool_session (tool, at, team);

insert into policy (id, version, name, body) values (26, 0, 'launch-schemes', '');
