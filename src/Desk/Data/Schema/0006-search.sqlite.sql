-- What can be found: one document for the opening of each ticket and one for each message, without a copy of its text.
create table search (
  id integer primary key,
  ticket integer not null references ticket,
  entry integer not null,
  internal integer not null,
  unique (ticket, entry)
) strict;

create virtual table search_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
