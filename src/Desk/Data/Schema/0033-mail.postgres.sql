-- Messages as they came: stored before anything is decided about them. Their bytes lie with those of all files, once.
create table mail (
  id bigint primary key,
  version integer not null,
  hash text not null references blob,
  size bigint not null,
  via text not null,
  mailbox bigint,
  recipient text,
  team bigint,
  class bigint,
  released integer not null,
  state text not null,
  reason text,
  ticket bigint references ticket,
  message integer,
  kept_at timestamptz not null,
  settled_at timestamptz,
  -- What a list shows and a limit counts: read from the message when it is kept, and no part of what the journal tells.
  author text,
  author_name text,
  subject text,
  message_id text,
  checks text,
  -- What told that a program wrote it: then no program answers it. Null for people.
  machine text,
  -- What is the same message, by whichever way it came; set when it is taken in, so that of two at once one is the first.
  same text,
  attempts integer not null default 0,
  next_at timestamptz
);

create sequence mail_id;

-- The same bytes by the same way are one message.
create unique index mail_once on mail (hash, via, coalesce(mailbox, 0));
create unique index mail_same on mail (same) where same is not null;
-- What is due.
create index mail_due on mail (next_at, id) where state = 'Waiting';
-- The list of administrators, by what became of it.
create index mail_state on mail (state, id);
-- How much one sender has sent lately.
create index mail_author on mail (author, kept_at) where author is not null;
-- The messages of one ticket.
create index mail_ticket on mail (ticket) where ticket is not null;

-- Which ticket a Message-ID belongs to, of mail that came and of mail that went out.
create table mail_message (
  message_id text primary key,
  ticket bigint not null references ticket,
  -- The entry of the journal that it tells, of mail that went out.
  entry bigint,
  outgoing integer not null,
  -- It was for colleagues: an answer to it is a note.
  internal integer not null,
  at timestamptz not null
);
create index mail_message_ticket on mail_message (ticket, at);

-- The desk's own mark on what it sends, and the key that signs for it.
create table mail_mark (
  id integer primary key,
  desk text not null,
  key text not null,
  -- Which node takes mail in, and until when: one at a time, so that an answer comes after what it answers.
  node text,
  until timestamptz
);
insert into mail_mark (id, desk, key) values (1, substr(replace(gen_random_uuid()::text, '-', ''), 1, 12), replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

insert into policy (id, version, name, body) values (33, 0, 'mail-rules', '');
