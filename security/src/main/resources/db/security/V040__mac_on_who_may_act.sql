-- Who acts, and in which function, is what every decision rests on: one UPDATE must not make somebody a care coordinator,
-- nor give somebody another's password or session. Rows from before this have no MAC, and so count as absent.
alter table function_holding add column mac varbinary(64) not null;
alter table account add column mac varbinary(64) not null;
alter table single_use_link add column mac varbinary(64) not null;
alter table sign_in_session add column mac varbinary(64) not null;
