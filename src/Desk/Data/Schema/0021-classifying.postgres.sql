-- What was learned from tickets, as bytes that only ClassifierBytes reads; one row for categories and one for classes.
create table classifier (
  what text primary key,
  version integer not null,
  bytes bytea not null
);

-- Which node learns just now, and until when the others leave it to that one.
create table learning (
  id bigint primary key,
  until timestamptz
);

insert into learning (id, until) values (1, null);

-- How often what was suggested was right, by day; made from the journal, and made again by a replay.
create table suggestion_tally (
  day text not null,
  what text not null,
  outcome text not null,
  percent integer not null,
  count bigint not null,
  primary key (day, what, outcome, percent)
);

insert into policy (id, version, name, body) values (21, 0, 'suggesting', '');

alter table ticket add column looked integer not null default 0;
alter table ticket add column self_taken text;
alter table ticket add column judged text;

-- What the desk has not looked at yet, when it classifies by itself. The category, which is always null here, leads SQLite to this index and not to the one of all categories.
create index ticket_unlooked on ticket (category, id) where looked = 0 and status = 'New' and category is null;

-- What people have agreed with or corrected: examples, whether they are resolved or not.
create index ticket_judged on ticket (opened_at, id) where judged is not null;
