-- Where the people of a unit or a team are, by the name of the time zone; null when nobody has said it.
alter table unit add column zone text;
alter table team add column zone text;
