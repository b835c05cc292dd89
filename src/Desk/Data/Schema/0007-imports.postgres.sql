-- A file on its way in by the web: checked, then imported, by whichever node. Its bytes go when it is in.
create table import_run (
  id bigint primary key,
  kind text not null,
  name text not null,
  bytes bytea,
  mapping text not null,
  update_known integer not null default 0,
  state text not null,
  done integer not null default 0,
  total integer not null default 0,
  report text,
  person bigint not null references person,
  created_at timestamptz not null,
  changed_at timestamptz not null
);

create sequence import_run_id;
