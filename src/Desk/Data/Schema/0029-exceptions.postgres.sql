-- A rule or process that people keep to, with who answers for it.
create table process (
  id bigint primary key,
  version integer not null,
  name text not null,
  owner bigint not null references person,
  why text not null,
  active integer not null
);

-- One time that a rule was bent for a customer.
create table customer_exception (
  id bigint primary key,
  version integer not null,
  ticket bigint not null references ticket,
  person bigint not null references person,
  process bigint references process,
  state text not null,
  outcome text,
  may_name integer not null,
  ending_read integer not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  details text not null,
  questions text not null,
  ending text
);

-- What still waits for somebody: held in memory.
create index customer_exception_live on customer_exception (id) where state in ('Waiting', 'Asked') or (state = 'Ended' and ending_read = 0);

-- What is told to all, the newest first.
create index customer_exception_told on customer_exception (ended_at, id) where state = 'Ended';

-- How often a rule was bent.
create index customer_exception_process on customer_exception (process, recorded_at);

-- What was bent for a ticket, and what somebody has bent.
create index customer_exception_ticket on customer_exception (ticket);
create index customer_exception_person on customer_exception (person, id);

create sequence process_id;
create sequence customer_exception_id;
