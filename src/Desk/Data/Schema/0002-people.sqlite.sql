create table unit (
  id integer primary key,
  version integer not null,
  name text not null unique,
  segment text not null,
  active integer not null
) strict;

create table person (
  id integer primary key,
  version integer not null,
  name text not null,
  email text not null unique collate nocase,
  phone text,
  title text,
  unit integer references unit,
  roles text not null,
  active integer not null,
  away_until integer,
  away_note text,
  created_at integer not null
) strict;

create index person_name on person (lower(name), id);

-- What proves that somebody is who he says: apart from the person, so that no query about people can show it by mistake.
create table credential (
  person integer primary key references person,
  password_hash text,
  stamp text not null,
  failed integer not null default 0,
  locked_until integer
) strict;

-- A browser that is signed in, or a program with a token. Only the hash of the secret is kept.
create table session (
  id integer primary key,
  hash blob not null unique,
  person integer not null references person,
  kind text not null,
  name text not null,
  scopes text,
  created_at integer not null,
  seen_at integer not null,
  expires_at integer,
  ended_at integer
) strict;

create index session_person on session (person, kind);

create table team (
  id integer primary key,
  version integer not null,
  name text not null unique,
  purpose text not null,
  skills text not null,
  members text not null,
  active integer not null
) strict;

create table team_member (
  team integer not null references team,
  person integer not null references person,
  primary key (team, person)
) strict;

create index team_member_person on team_member (person);

insert into person (id, version, name, email, roles, active, created_at) values (0, 0, 'FirstContact', 'desk@firstcontact.invalid', '', 0, 0);
insert into team (id, version, name, purpose, skills, members, active) values (1, 0, 'First Contact', 'Whoever answers first, and stays with it until it works.', '[]', '[]', 1);
