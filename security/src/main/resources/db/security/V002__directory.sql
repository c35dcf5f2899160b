-- Who takes part, who works there, and in which function since when. Periods are half-open, in UTC.

create table agency (
  id uuid not null,
  name varchar(200) not null,
  type varchar(30) not null,
  from_at datetime(6) not null,
  until_at datetime(6) null,
  demo boolean not null,
  version int not null,
  primary key (id),
  constraint uq_agency_name unique (name),
  constraint ck_agency_type check (type in ('MUNICIPALITY', 'CARE_PROVIDER', 'YOUTH_CARE', 'POLICE', 'PROSECUTION',
    'SAFETY_HOUSE', 'COMENSHA', 'IMMIGRATION', 'RECEPTION', 'GUARDIANSHIP', 'HEALTH_SERVICE', 'NATIONAL_RAPPORTEUR',
    'PLATFORM')),
  constraint ck_agency_period check (until_at is null or until_at >= from_at)
);

create table professional (
  id uuid not null,
  agency_id uuid not null,
  display_name varchar(200) not null,
  user_name varchar(254) not null,
  from_at datetime(6) not null,
  until_at datetime(6) null,
  version int not null,
  primary key (id),
  constraint fk_professional_agency foreign key (agency_id) references agency (id),
  constraint uq_professional_user_name unique (user_name),
  constraint ck_professional_period check (until_at is null or until_at >= from_at)
);

-- A function is proposed, then agreed to or not; it holds from 'from_at', which stays empty until it is agreed to.
create table function_holding (
  id uuid not null,
  professional_id uuid not null,
  held_function varchar(40) not null,
  proposed_by uuid null,
  proposed_at datetime(6) not null,
  decided_by uuid null,
  decided_at datetime(6) null,
  from_at datetime(6) null,
  until_at datetime(6) null,
  ended_by uuid null,
  version int not null,
  primary key (id),
  constraint fk_function_holding_professional foreign key (professional_id) references professional (id),
  constraint fk_function_holding_proposer foreign key (proposed_by) references professional (id),
  constraint fk_function_holding_decider foreign key (decided_by) references professional (id),
  constraint fk_function_holding_ender foreign key (ended_by) references professional (id),
  constraint ck_function_holding_function check (held_function in ('CARE_COORDINATOR', 'ATTENTION_OFFICER',
    'POLICY_ADVISER', 'CARE_WORKER', 'YOUTH_WORKER', 'DETECTIVE', 'CASE_DIRECTOR', 'REGISTRAR', 'PRIVACY_OFFICER',
    'DATA_PROTECTION_OFFICER', 'SIGNATORY', 'MANAGER', 'PLATFORM_ADMINISTRATOR')),
  constraint ck_function_holding_not_by_oneself check (proposed_by is null or proposed_by <> professional_id),
  constraint ck_function_holding_not_decided_by_oneself check (decided_by is null or decided_by <> professional_id),
  constraint ck_function_holding_period check (until_at is null or from_at is null or until_at >= from_at)
);
create index ix_function_holding_professional on function_holding (professional_id, until_at);

-- What somebody should know of. Only opaque ids; names are joined when it is shown.
create table notice (
  id uuid not null,
  to_agency uuid not null,
  to_function varchar(40) null,
  to_professional uuid null,
  kind varchar(60) not null,
  about uuid not null,
  at datetime(6) not null,
  read_at datetime(6) null,
  read_by uuid null,
  primary key (id),
  constraint fk_notice_agency foreign key (to_agency) references agency (id),
  constraint fk_notice_professional foreign key (to_professional) references professional (id),
  constraint fk_notice_reader foreign key (read_by) references professional (id),
  constraint ck_notice_to check (to_function is not null or to_professional is not null)
);
create index ix_notice_function on notice (to_agency, to_function, read_at);
create index ix_notice_professional on notice (to_professional, read_at);
