-- Records that were found to be of somebody who is here already: into whom they went, and how they stood.
alter table person add column merged text;
alter table person add column merged_into integer references person;

-- What went into somebody.
create index person_merged_into on person (merged_into) where merged_into is not null;

-- Which tickets went along, so that they can come back.
create table person_moved (
  person integer not null references person,
  ticket integer not null references ticket,
  role text not null,
  primary key (person, ticket, role)
) strict;
