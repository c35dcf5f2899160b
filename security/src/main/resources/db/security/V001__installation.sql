-- What this database is for: one row, written at the first start.
create table installation (
  one tinyint not null,
  mode varchar(20) not null,
  begun_at datetime(6) not null,
  primary key (one),
  constraint ck_installation_one check (one = 1),
  constraint ck_installation_mode check (mode in ('DEMO', 'PRODUCTION'))
);
