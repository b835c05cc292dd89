create table text_block (
  id integer primary key,
  version integer not null,
  name text not null,
  -- Null for all.
  team integer references team,
  details text not null,
  active integer not null
) strict;

create table macro (
  id integer primary key,
  version integer not null,
  name text not null,
  team integer references team,
  details text not null,
  active integer not null
) strict;

create table ticket_template (
  id integer primary key,
  version integer not null,
  name text not null,
  team integer references team,
  details text not null,
  active integer not null
) strict;
