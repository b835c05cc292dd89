-- What somebody reads letters in, by its code; of a unit, unless its people say otherwise.
alter table person add column language text;
alter table unit add column language text;

-- When somebody saw that a letter did not arrive, and left it at that.
alter table letter add column seen_at integer;

-- Which letters of the last weeks did not arrive, and nobody has seen it.
create index letter_returned on letter (finished_at) where state in ('Bounced', 'Refused', 'GivenUp') and seen_at is null;
