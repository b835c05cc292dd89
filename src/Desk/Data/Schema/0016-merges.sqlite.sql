alter table ticket add column merged text;
alter table ticket add column merged_into integer references ticket;
alter table ticket add column taken_in text;

-- What went into a ticket.
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;
