-- Whose people are the first whom a customer meets.
alter table team add column first_contact integer not null default 0;
update team set first_contact = 1 where id = 1;
