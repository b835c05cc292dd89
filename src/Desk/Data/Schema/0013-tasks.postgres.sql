alter table ticket add column tasks text;

-- Who has to do what on tickets, whoever has them: the ticket's own row holds the whole list.
create table ticket_task (
  ticket bigint not null references ticket,
  no integer not null,
  assignee bigint not null references person,
  due timestamptz,
  text text not null,
  open integer not null,
  primary key (ticket, no)
);

create index ticket_task_assignee on ticket_task (assignee, due) where open = 1;
