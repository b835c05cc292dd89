-- What can be found: one document for the opening of each ticket and one for each message, without a copy of its text.
create table search (
  id bigint generated always as identity primary key,
  ticket bigint not null references ticket,
  entry bigint not null,
  internal integer not null,
  words tsvector not null,
  unique (ticket, entry)
);

create index search_words on search using gin (words) with (fastupdate = off);
