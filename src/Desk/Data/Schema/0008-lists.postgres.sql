create table list_view (
  id bigint primary key,
  version integer not null,
  owner bigint not null references person,
  name text not null,
  sharing text not null,
  team bigint references team,
  conditions text not null,
  columns text not null,
  group_by text,
  active integer not null
);

create table batch (
  id bigint primary key,
  version integer not null,
  by_person bigint not null references person,
  at timestamptz not null,
  what text not null,
  items text not null,
  undone text
);

create sequence list_view_id;
create sequence batch_id;
