-- The tickets on which the last news of a major incident were not said yet, over or not: the timer asks each second.
create index major_ticket_told on major_ticket (major, told);

-- What was looked back at before is history: nobody is told today that it works again.
update major_ticket set told = (select m.news from major m where m.id = major_ticket.major) where major in (select id from major where over_at is not null and review is not null);
