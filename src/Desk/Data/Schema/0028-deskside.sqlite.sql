-- Somebody who went round the desk, and whether whoever led him there has looked again.
create table walk_up (
  id integer primary key,
  version integer not null,
  ticket integer not null references ticket,
  customer integer references person,
  person integer not null references person,
  team integer references team,
  redirected integer not null,
  at_desk integer not null,
  recorded_at integer not null,
  remind_at integer,
  seen_at integer,
  details text not null
) strict;

-- What somebody is still to look after.
create index walk_up_follows on walk_up (person, remind_at) where remind_at is not null and seen_at is null;

-- How many went round the desk, by time and by the team that was asked.
create index walk_up_recorded on walk_up (recorded_at, team, ticket);

insert into policy (id, version, name, body) values (28, 0, 'deskside-rules', '');
