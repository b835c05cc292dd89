create table unit (
  id bigint primary key,
  version integer not null,
  name text not null unique,
  segment text not null,
  active integer not null
);

create table person (
  id bigint primary key,
  version integer not null,
  name text not null,
  email text not null,
  phone text,
  title text,
  unit bigint references unit,
  roles text not null,
  active integer not null,
  away_until timestamptz,
  away_note text,
  created_at timestamptz not null
);

create unique index person_email on person (lower(email));
create index person_name on person (lower(name) collate "C", id);

-- What proves that somebody is who he says: apart from the person, so that no query about people can show it by mistake.
create table credential (
  person bigint primary key references person,
  password_hash text,
  stamp text not null,
  failed integer not null default 0,
  locked_until timestamptz
);

-- A browser that is signed in, or a program with a token. Only the hash of the secret is kept.
create table session (
  id bigint primary key,
  hash bytea not null unique,
  person bigint not null references person,
  kind text not null,
  name text not null,
  scopes text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz
);

create index session_person on session (person, kind);

create table team (
  id bigint primary key,
  version integer not null,
  name text not null unique,
  purpose text not null,
  skills text not null,
  members text not null,
  active integer not null
);

create table team_member (
  team bigint not null references team,
  person bigint not null references person,
  primary key (team, person)
);

create index team_member_person on team_member (person);

create sequence unit_id;
create sequence person_id;
create sequence session_id;
create sequence team_id;

insert into person (id, version, name, email, roles, active, created_at) values (0, 0, 'FirstContact', 'desk@firstcontact.invalid', '', 0, timestamptz '1970-01-01 00:00:00+00');
insert into team (id, version, name, purpose, skills, members, active) values (1, 0, 'First Contact', 'Whoever answers first, and stays with it until it works.', '[]', '[]', 1);
select setval('team_id', 1);
