-- People are told of agreements too: what happened is about a ticket or about an agreement.
alter table notice alter column ticket drop not null;
alter table notice add column agreement bigint references agreement;
alter table notice add check ((ticket is null) <> (agreement is null));

-- Of which review both sides were told, and whether that was when its day had passed.
alter table agreement add column called text;
