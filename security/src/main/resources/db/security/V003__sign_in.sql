-- How people prove who they are, and the sessions they have.

create table account (
  professional_id uuid not null,
  password_hash varchar(255) null,
  password_set_at datetime(6) null,
  totp_sealed varbinary(400) null,
  totp_confirmed_at datetime(6) null,
  totp_last_step bigint null,
  version int not null,
  primary key (professional_id),
  constraint fk_account_professional foreign key (professional_id) references professional (id),
  constraint ck_account_totp check (totp_confirmed_at is null or totp_sealed is not null)
);

create table recovery_code (
  id uuid not null,
  professional_id uuid not null,
  code_hash binary(32) not null,
  used_at datetime(6) null,
  primary key (id),
  constraint fk_recovery_code_account foreign key (professional_id) references account (professional_id),
  constraint uq_recovery_code unique (professional_id, code_hash)
);

-- A link that works once. An invitation takes one person; a reset takes two, of whom one holds the link and one the code.
create table single_use_link (
  id uuid not null,
  kind varchar(20) not null,
  professional_id uuid not null,
  token_hash binary(32) not null,
  code_hash binary(32) null,
  made_by uuid null,
  made_at datetime(6) not null,
  approved_by uuid null,
  approved_at datetime(6) null,
  expires_at datetime(6) not null,
  used_at datetime(6) null,
  withdrawn_at datetime(6) null,
  primary key (id),
  constraint fk_single_use_link_professional foreign key (professional_id) references professional (id),
  constraint fk_single_use_link_maker foreign key (made_by) references professional (id),
  constraint fk_single_use_link_approver foreign key (approved_by) references professional (id),
  constraint uq_single_use_link_token unique (token_hash),
  constraint ck_single_use_link_kind check (kind in ('INVITATION', 'RESET')),
  constraint ck_single_use_link_not_for_oneself check (made_by is null or made_by <> professional_id),
  constraint ck_single_use_link_two_people check (approved_by is null
    or (approved_by <> made_by and approved_by <> professional_id))
);
create index ix_single_use_link_professional on single_use_link (professional_id, kind);

create table sign_in_session (
  id uuid not null,
  professional_id uuid not null,
  holding_id uuid not null,
  assurance varchar(20) not null,
  address varchar(64) not null,
  device varchar(200) not null,
  started_at datetime(6) not null,
  seen_at datetime(6) not null,
  ended_at datetime(6) null,
  ended_why varchar(20) null,
  primary key (id),
  constraint fk_sign_in_session_professional foreign key (professional_id) references professional (id),
  constraint fk_sign_in_session_holding foreign key (holding_id) references function_holding (id),
  constraint ck_sign_in_session_assurance check (assurance in ('PASSWORD', 'TWO_FACTOR')),
  constraint ck_sign_in_session_ended check ((ended_at is null) = (ended_why is null))
);
create index ix_sign_in_session_professional on sign_in_session (professional_id, ended_at, seen_at);

-- Failures are counted per account and address together, so that a stranger's failures never delay the owner elsewhere.
-- Only a hash is kept, and only of what has the shape of a user name: people type passwords in the wrong field.
create table sign_in_throttle (
  account_key binary(32) not null,
  address varchar(64) not null,
  failures int not null,
  last_failure_at datetime(6) null,
  last_success_at datetime(6) null,
  primary key (account_key, address)
);
create index ix_sign_in_throttle_address on sign_in_throttle (address, last_failure_at);
