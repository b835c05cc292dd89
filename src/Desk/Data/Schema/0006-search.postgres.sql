-- What can be found: one document for the opening of each ticket and one for each thing said on it; their words, no copy of their text.
-- No foreign key: these rows follow from the journal, which has no others, and can be dropped and read again.
create table search (
  ticket bigint not null,
  part integer not null,
  internal integer not null,
  words tsvector not null,
  primary key (ticket, part)
);

-- fastupdate off: a list of what is not yet sorted in would have to be read through by every search.
create index search_words on search using gin (words) with (fastupdate = off);
