create table text_block (
  id bigint primary key,
  version integer not null,
  name text not null,
  -- Null for all.
  team bigint references team,
  details text not null,
  active integer not null
);

create table macro (
  id bigint primary key,
  version integer not null,
  name text not null,
  team bigint references team,
  details text not null,
  active integer not null
);

create table ticket_template (
  id bigint primary key,
  version integer not null,
  name text not null,
  team bigint references team,
  details text not null,
  active integer not null
);

create sequence text_block_id;
create sequence macro_id;
create sequence ticket_template_id;
