create table service (
  id bigint primary key,
  version integer not null,
  name text not null unique,
  description text not null,
  team bigint references team,
  owner bigint references person,
  active integer not null
);

create table category (
  id bigint primary key,
  version integer not null,
  name text not null unique,
  active integer not null
);

create sequence service_id;
create sequence category_id;
