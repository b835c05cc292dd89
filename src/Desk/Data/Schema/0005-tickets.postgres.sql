create table ticket (
  id bigint primary key,
  version integer not null,
  kind text not null,
  status text not null,
  channel text not null,
  title text not null,
  description text not null,
  customer bigint not null references person,
  callback text,
  impact text not null,
  urgency text not null,
  priority integer not null,
  priority_reason text,
  request_class bigint references request_class,
  service bigint references service,
  category_opened bigint references category,
  category bigint references category,
  category_closed bigint references category,
  team bigint not null references team,
  assignee bigint references person,
  wait_for text,
  wait_reason text,
  wait_contacted integer,
  wait_until timestamptz,
  wait_since timestamptz,
  woke_at timestamptz,
  promised_at timestamptz,
  customer_spoke_at timestamptz,
  customer_word text,
  answered_at timestamptz,
  last_word_at timestamptz not null,
  care text not null,
  asked text not null,
  watchers text not null,
  tags text not null,
  messages integer not null,
  dedupe_key text,
  continues bigint references ticket,
  opened_by bigint not null references person,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz
);

-- The queue, per order that it can be in; only what is open, which stays small while the desk grows old.
create index ticket_queue on ticket (priority, opened_at, id) where status in ('New', 'InProgress', 'Waiting');
create index ticket_waiting on ticket (priority, opened_at, id) where status = 'Waiting';
create index ticket_team_queue on ticket (team, priority, opened_at, id) where status in ('New', 'InProgress', 'Waiting');
create index ticket_assignee on ticket (assignee, priority, opened_at, id) where status in ('New', 'InProgress', 'Waiting');
create index ticket_promised on ticket (promised_at, id) where promised_at is not null and status in ('New', 'InProgress', 'Waiting');
create index ticket_wakes on ticket (wait_until) where wait_until is not null and status = 'Waiting';
create index ticket_spoken_after on ticket (customer_spoke_at) where customer_spoke_at is not null and status in ('Resolved', 'Closed');
create index ticket_silent on ticket (resolved_at) where status = 'Resolved';
create index ticket_updated on ticket (updated_at, id);
create index ticket_opened on ticket (opened_at, id);
create index ticket_customer on ticket (customer, opened_at, id);
create index ticket_service on ticket (service, opened_at, id);
create index ticket_category on ticket (category, opened_at, id);
create unique index ticket_dedupe on ticket (dedupe_key) where dedupe_key is not null and status in ('New', 'InProgress', 'Waiting');

-- People beside the customer and the assignee: who watches, and who was asked in.
create table ticket_person (
  ticket bigint not null references ticket,
  person bigint not null references person,
  role text not null,
  primary key (ticket, person, role)
);

create index ticket_person_person on ticket_person (person, role, ticket);

create table ticket_tag (
  tag text not null,
  ticket bigint not null references ticket,
  primary key (tag, ticket)
);

-- Files, stored once by the SHA-256 of what is in them.
create table blob (
  hash text primary key,
  size bigint not null,
  bytes bytea not null
);

create table attachment (
  id bigint primary key,
  version integer not null,
  hash text not null references blob,
  name text not null,
  type text not null,
  size bigint not null,
  ticket bigint references ticket,
  internal integer not null default 0,
  uploaded_by bigint not null references person,
  uploaded_at timestamptz not null
);

create index attachment_ticket on attachment (ticket);

-- What an import took in, so that the same file a second time adds nothing.
create table imported (
  kind text not null,
  key text not null,
  subject bigint not null,
  primary key (kind, key)
);

create sequence ticket_id;
create sequence attachment_id;
