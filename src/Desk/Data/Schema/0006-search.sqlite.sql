-- What can be found: one document for the opening of each ticket and one for each thing said on it; their words, no copy of their text.
-- A rowid says whose it is (see SearchIndex): ticket << 20 | part << 1 | internal. The words come folded, so that cutting at blanks is all there is to do.
create virtual table search using fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
