-- Every address by which somebody is known, the main one too: an address belongs to one person at a time.
create table person_address (
  address text not null,
  person bigint not null references person
);

create unique index person_address_address on person_address (lower(address));

-- The addresses of one person.
create index person_address_person on person_address (person);

insert into person_address (address, person) select email, id from person;

-- The others of a person, in the order in which they came.
alter table person add column addresses text not null default '';

-- Addresses that somebody says are his, until a letter there has shown it.
create table address_claim (
  person bigint not null references person,
  address text not null,
  code text not null,
  asked_at timestamptz not null,
  until timestamptz not null,
  primary key (person, address)
);
