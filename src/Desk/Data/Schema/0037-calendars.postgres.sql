-- When somebody is there. Few, read as a whole and kept in memory.
create table calendar (
  id bigint primary key,
  version integer not null,
  name text not null,
  retired integer not null,
  details text not null
);

create unique index calendar_name on calendar (lower(name));

create sequence calendar_id;
