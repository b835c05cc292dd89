create table list_view (
  id integer primary key,
  version integer not null,
  owner integer not null references person,
  name text not null,
  sharing text not null,
  team integer references team,
  conditions text not null,
  columns text not null,
  group_by text,
  active integer not null
) strict;

create table batch (
  id integer primary key,
  version integer not null,
  by_person integer not null references person,
  at integer not null,
  what text not null,
  items text not null,
  undone text
) strict;
