-- What a mailbox does with senders whom nobody knows, where it is not what the rules of mail say.
alter table mailbox add column unknown text;
alter table mail add column unknown text;

-- Whether it is signed or encrypted.
alter table mail add column seal text;
