-- Somebody who went round the desk, and whether whoever led him there has looked again.
create table walk_up (
  id bigint primary key,
  version integer not null,
  ticket bigint not null references ticket,
  customer bigint references person,
  person bigint not null references person,
  team bigint references team,
  redirected integer not null,
  at_desk integer not null,
  recorded_at timestamptz not null,
  remind_at timestamptz,
  seen_at timestamptz,
  details text not null
);

-- What somebody is still to look after.
create index walk_up_follows on walk_up (person, remind_at) where remind_at is not null and seen_at is null;

-- How many went round the desk, by time and by the team that was asked.
create index walk_up_recorded on walk_up (recorded_at, team, ticket);

insert into policy (id, version, name, body) values (28, 0, 'deskside-rules', '');

create sequence walk_up_id;
