-- What runs on a ticket and is due the soonest, and which clock says so: kept with the clocks. Without a time while all of them stand still.
alter table ticket add column next_due timestamptz;
alter table ticket add column due_clock text;

-- What is due at no time comes last, as if it were due at the end of all times.
alter table ticket add column due_by timestamptz generated always as (coalesce(next_due, '9999-12-31T00:00:00Z')) stored;
create index ticket_due on ticket (due_by, id) where status in ('New', 'InProgress', 'Waiting');

update ticket set (next_due, due_clock) = (select c.due_at, c.clock from ticket_clock c where c.ticket = ticket.id and c.ended_at is null order by c.due_at is null, c.due_at, c.clock limit 1)
where id in (select ticket from ticket_clock where ended_at is null);
