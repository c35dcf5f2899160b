-- The shelf: rulebooks that were published, who signed them for their agency, and what was advised. Insert-only: a new
-- version is a new row. The application account may insert and select, and triggers refuse the rest.

create table rulebook (
  reference varchar(64) character set ascii collate ascii_bin not null,
  name varchar(40) character set ascii collate ascii_bin not null,
  version int not null,
  valid_from datetime(6) not null,
  content mediumtext not null,
  content_hash binary(32) not null,
  demo boolean not null,
  published_at datetime(6) not null,
  entry char(7) character set ascii collate ascii_bin not null,
  mac varbinary(64) not null,
  primary key (reference),
  constraint uq_rulebook_version unique (name, version),
  constraint ck_rulebook_version check (version >= 1)
);

create table rulebook_signature (
  reference varchar(64) character set ascii collate ascii_bin not null,
  agency_id uuid not null,
  content_hash binary(32) not null,
  signed_by uuid not null,
  signed_at datetime(6) not null,
  entry char(7) character set ascii collate ascii_bin not null,
  mac varbinary(64) not null,
  primary key (reference, agency_id),
  constraint fk_rulebook_signature_rulebook foreign key (reference) references rulebook (reference),
  constraint fk_rulebook_signature_agency foreign key (agency_id) references agency (id),
  constraint fk_rulebook_signature_professional foreign key (signed_by) references professional (id)
);

create table rulebook_advice (
  id uuid not null,
  reference varchar(64) character set ascii collate ascii_bin not null,
  agency_id uuid not null,
  advised_by uuid not null,
  advised_at datetime(6) not null,
  words text not null,
  entry char(7) character set ascii collate ascii_bin not null,
  primary key (id),
  constraint fk_rulebook_advice_rulebook foreign key (reference) references rulebook (reference),
  constraint fk_rulebook_advice_agency foreign key (agency_id) references agency (id),
  constraint fk_rulebook_advice_professional foreign key (advised_by) references professional (id)
);
create index ix_rulebook_advice_reference on rulebook_advice (reference, advised_at);

create trigger tr_rulebook_no_update before update on rulebook for each row
  signal sqlstate '45000' set message_text = 'A published rulebook stays as it is: update of rulebook is refused';

create trigger tr_rulebook_no_delete before delete on rulebook for each row
  signal sqlstate '45000' set message_text = 'A published rulebook stays as it is: delete of rulebook is refused';

create trigger tr_rulebook_signature_no_update before update on rulebook_signature for each row
  signal sqlstate '45000' set message_text = 'A signature stays as it is: update of rulebook_signature is refused';

create trigger tr_rulebook_signature_no_delete before delete on rulebook_signature for each row
  signal sqlstate '45000' set message_text = 'A signature stays as it is: delete of rulebook_signature is refused';

create trigger tr_rulebook_advice_no_update before update on rulebook_advice for each row
  signal sqlstate '45000' set message_text = 'Advice stays as it is: update of rulebook_advice is refused';

create trigger tr_rulebook_advice_no_delete before delete on rulebook_advice for each row
  signal sqlstate '45000' set message_text = 'Advice stays as it is: delete of rulebook_advice is refused';
