-- Replies on their way: what was sent off and has not left yet, and what became of it.
create table reply (
  id bigint primary key,
  version integer not null,
  ticket bigint not null references ticket,
  author bigint not null references person,
  state text not null,
  leaves timestamptz not null,
  scheduled integer not null,
  seen integer not null,
  words text not null,
  written_at timestamptz not null,
  stopped text
);

-- What is due, what is on a ticket, what of mine did not leave, and what I can take back.
create index reply_leaves on reply (leaves) where state = 'Waiting';
create index reply_ticket on reply (ticket) where state in ('Waiting', 'Stopped');
create index reply_stopped on reply (author) where state = 'Stopped';
create index reply_waiting on reply (author) where state = 'Waiting';

-- What somebody is writing on a ticket.
create table draft (
  ticket bigint not null references ticket,
  person bigint not null references person,
  at timestamptz not null,
  mode text not null,
  fields text not null,
  primary key (ticket, person)
);

create index draft_person on draft (person, at);

create sequence reply_id;

-- Through whose hands a ticket goes: what is being handed over, what came back, who was given it or called.
alter table ticket add column hands text;
alter table ticket add column handed_to bigint;
alter table ticket add column returned_at timestamptz;
alter table ticket add column given_at timestamptz;

-- What is handed to a team and waits to be accepted.
create index ticket_handed on ticket (handed_to) where handed_to is not null;
