-- Whether a letter came back because there is nobody at its address. What came back before was looked at when it did.
alter table letter add column nobody integer not null default 0;

-- When another server said that it is late, and until when that one tries.
alter table letter add column late_at integer;
alter table letter add column late_until integer;

-- Whose address is to be stopped.
create index letter_nobody on letter (id) where nobody = 1;
-- Which one a report means that names its recipient only.
create index letter_address on letter (lower(address), finished_at) where state = 'Sent';
