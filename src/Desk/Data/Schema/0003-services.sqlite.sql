create table service (
  id integer primary key,
  version integer not null,
  name text not null unique,
  description text not null,
  team integer references team,
  owner integer references person,
  active integer not null
) strict;

create table category (
  id integer primary key,
  version integer not null,
  name text not null unique,
  active integer not null
) strict;
