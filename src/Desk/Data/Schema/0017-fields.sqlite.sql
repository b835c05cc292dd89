-- What a desk wants to know of its tickets besides; what there is to say of a field is one document.
create table field (
  id integer primary key,
  version integer not null,
  name text not null unique,
  details text not null,
  active integer not null
) strict;

alter table ticket add column fields text;

-- What tickets are found by: the ticket's own row holds what was said.
create table ticket_field (
  field integer not null references field,
  value text not null,
  ticket integer not null references ticket,
  primary key (field, value, ticket)
) strict;

create index ticket_field_ticket on ticket_field (ticket, field);
