-- A file on its way in by the web: checked, then imported, by whichever node. Its bytes go when it is in.
create table import_run (
  id integer primary key,
  kind text not null,
  name text not null,
  bytes blob,
  mapping text not null,
  update_known integer not null default 0,
  state text not null,
  done integer not null default 0,
  total integer not null default 0,
  report text,
  person integer not null references person,
  created_at integer not null,
  changed_at integer not null
) strict;
