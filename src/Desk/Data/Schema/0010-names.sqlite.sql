-- A person's name as it is looked for: folded by our own code, for the engines fold otherwise. Those who are here already get theirs
-- when this file is applied: see Schema.cs.
alter table person add column folded text not null default '';

drop index person_name;
create index person_name on person (folded, id);

-- One name is one thing, however its letters are written. Commands say so first; this is for two at once.
create unique index unit_name on unit (lower(name));
create unique index team_name on team (lower(name));
create unique index service_name on service (lower(name));
create unique index category_name on category (lower(name));
create unique index request_class_name on request_class (lower(name));
