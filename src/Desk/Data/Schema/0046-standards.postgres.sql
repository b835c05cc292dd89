-- The words of the published standards.
insert into policy (id, version, name, body) values (46, 0, 'standards', '');

-- What those who are served say about them. Shown the newest first.
create table standards_comment (
  id bigint primary key,
  version integer not null,
  person bigint not null references person,
  customer_group text not null,
  kept text not null,
  words text not null,
  said_at timestamptz not null,
  answers text not null,
  hidden text
);

create index standards_comment_person on standards_comment (person);

create sequence standards_comment_id;
