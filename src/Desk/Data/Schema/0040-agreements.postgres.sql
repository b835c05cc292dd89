-- Companies outside for which tickets wait. Few, read as a whole and kept in memory.
create table supplier (
  id bigint primary key,
  version integer not null,
  name text not null,
  contact text not null,
  retired integer not null
);

create unique index supplier_name on supplier (lower(name));

-- What two sides promise each other, and what lies on the table for it. Some hundreds at most, kept in memory.
create table agreement (
  id bigint primary key,
  version integer not null,
  kind text not null,
  title text not null,
  parties text not null,
  habits text,
  on_table text,
  drafts integer not null,
  versions text not null,
  review_due text,
  reviewed_on text,
  ends_at timestamptz
);

create sequence supplier_id;
create sequence agreement_id;
