-- What can be found: one document for the opening of each ticket and one for each thing said on it; their words, no copy of their text.
-- No foreign key: these rows follow from the journal, which has no others, and can be dropped and read again.
create table search (
  ticket bigint not null,
  part integer not null,
  internal integer not null,
  words tsvector not null,
  primary key (ticket, part)
);

-- Words are sorted in by the megabyte, which halves the cost of an import; every search reads through what is not sorted in yet, so no more than that.
create index search_words on search using gin (words) with (gin_pending_list_limit = 1024);
