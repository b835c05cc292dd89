-- Replies on their way: what was sent off and has not left yet, and what became of it.
create table reply (
  id integer primary key,
  version integer not null,
  ticket integer not null references ticket,
  author integer not null references person,
  state text not null,
  leaves integer not null,
  scheduled integer not null,
  seen integer not null,
  words text not null,
  written_at integer not null,
  stopped text
) strict;

-- What is due, what is on a ticket, what of mine did not leave, and what I can take back.
create index reply_leaves on reply (leaves) where state = 'Waiting';
create index reply_ticket on reply (ticket) where state in ('Waiting', 'Stopped');
create index reply_stopped on reply (author) where state = 'Stopped';
create index reply_waiting on reply (author) where state = 'Waiting';

-- What somebody is writing on a ticket.
create table draft (
  ticket integer not null references ticket,
  person integer not null references person,
  at integer not null,
  mode text not null,
  fields text not null,
  primary key (ticket, person)
) strict;

create index draft_person on draft (person, at);

-- Through whose hands a ticket goes: what is being handed over, what came back, who was given it or called.
alter table ticket add column hands text;
alter table ticket add column handed_to integer;
alter table ticket add column returned_at integer;
alter table ticket add column given_at integer;

-- What is handed to a team and waits to be accepted.
create index ticket_handed on ticket (handed_to) where handed_to is not null;
