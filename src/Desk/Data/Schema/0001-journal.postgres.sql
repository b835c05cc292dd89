-- The spine: everything that ever happened, in order. See docs/decisions/0003-the-journal.md.
create table journal (
  position bigint generated always as identity primary key,
  "transaction" bigint not null default pg_current_xact_id()::text::bigint,
  subject text not null,
  key bigint not null,
  event text not null,
  version integer not null,
  actor bigint not null,
  cause text not null,
  at timestamptz not null,
  body text not null
);

create index journal_order on journal ("transaction", position);
create index journal_subject on journal (subject, key, position);

create table subscriber (
  name text primary key,
  "transaction" bigint not null default -9223372036854775807,
  position bigint not null default 0,
  poison text
);

create table idempotency (
  person bigint not null,
  key text not null,
  request text not null,
  subject bigint not null,
  at timestamptz not null,
  primary key (person, key)
);

create index idempotency_at on idempotency (at);

-- Keys that sign cookies and forms, shared by all nodes.
create table protection_key (
  name text primary key,
  xml text not null
);

-- Takes a whole commit down when a row that had to be met was not as it was.
create function must_be_one(met bigint) returns void language plpgsql as $$
begin
  if met <> 1 then raise exception 'stale' using errcode = 'FC001'; end if;
end $$;

-- Transaction ids belong to one cluster. After a restore elsewhere they may lie in the future: shift all below zero, order kept.
create function rebase_journal() returns void language plpgsql as $$
declare latest bigint := (select max("transaction") from journal);
begin
  if latest < pg_snapshot_xmax(pg_current_snapshot())::text::bigint then return; end if;
  update journal set "transaction" = "transaction" - latest - 1;
  update subscriber set "transaction" = "transaction" - latest - 1 where "transaction" > -4611686018427387904; -- one that never read stays at the start
end $$;
