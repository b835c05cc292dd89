create table request_class (
  id bigint primary key,
  version integer not null,
  name text not null unique,
  purpose text not null,
  approval text not null,
  longest_minutes integer,
  baseline_after_days integer,
  at_once integer not null,
  charged integer not null,
  active integer not null
);

create sequence request_class_id;

-- The priority matrix, the care policy and the desk's own rules: one document each, empty while all is as usual.
create table policy (
  id bigint primary key,
  version integer not null,
  name text not null unique,
  body text not null
);

insert into request_class (id, version, name, purpose, approval, longest_minutes, baseline_after_days, at_once, charged, active) values
  (1, 0, 'Emergency', 'Work stands still or the business is at stake: acted on at once.', 'None', null, null, 1, 0, 1),
  (2, 0, 'Ad hoc', 'Done in half an hour, without ceremony.', 'None', 30, null, 0, 0, 1),
  (3, 0, 'Hardware', 'Computers, phones, moves and security.', 'Formal', null, null, 0, 1, 1),
  (4, 0, 'Software', 'New or changed software; a baseline document when it takes longer than a week.', 'Formal', null, 7, 0, 1, 1);
select setval('request_class_id', 4);

insert into policy (id, version, name, body) values (1, 0, 'priority-matrix', ''), (2, 0, 'care-policy', ''), (3, 0, 'desk-rules', '');
