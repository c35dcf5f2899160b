-- A report of a victim to CoMensha. The report and the person are kept apart: several reports may be about one person.
CREATE TABLE report (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  person_id UUID NOT NULL,
  victim UUID NOT NULL,
  task VARCHAR(20) NOT NULL,
  sender UUID NOT NULL,
  receiver UUID NOT NULL,
  basis VARCHAR(20) NOT NULL,
  parts VARCHAR(60) CHARACTER SET ascii NOT NULL,
  sent_basis VARCHAR(20) NULL,
  sent_consent UUID NULL,
  state VARCHAR(20) NOT NULL,
  current_version INT NOT NULL,
  checked_version INT NOT NULL,
  sent_version INT NOT NULL,
  messages INT NOT NULL,
  reference VARCHAR(40) NULL,
  live BOOLEAN NULL,
  composed_by UUID NOT NULL,
  composed_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  sent_at DATETIME(6) NULL,
  received_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_report PRIMARY KEY (id),
  CONSTRAINT fk_report_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT uq_report_live UNIQUE (case_id, sender, task, live),
  CONSTRAINT ck_report_live CHECK (live IS NULL OR live),
  CONSTRAINT ck_report_task CHECK (task IN ('REGISTRATION', 'PLACEMENT')),
  CONSTRAINT ck_report_basis CHECK (basis IN ('POLICE_DUTY', 'CONSENT', 'OTHER_GROUND', 'ANONYMOUS')),
  CONSTRAINT ck_report_state CHECK (state IN ('CONCEPT', 'CHECKED', 'SENT', 'RECEIVED', 'CORRECTED', 'WITHDRAWN')),
  INDEX ix_report_receiver (receiver, state, sent_at),
  INDEX ix_report_sender (sender, state, changed_at),
  INDEX ix_report_person (person_id, sender)
);

CREATE TABLE report_version (
  report_id UUID NOT NULL,
  version INT NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  written_by UUID NOT NULL,
  written_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_report_version PRIMARY KEY (report_id, version),
  CONSTRAINT fk_report_version_report FOREIGN KEY (report_id) REFERENCES report (id)
);

CREATE TABLE report_key (
  report_id UUID NOT NULL,
  version INT NOT NULL,
  holder UUID NOT NULL,
  regime VARCHAR(3) NOT NULL,
  wrapped VARBINARY(512) NOT NULL,
  CONSTRAINT pk_report_key PRIMARY KEY (report_id, version, holder, regime),
  CONSTRAINT fk_report_key_version FOREIGN KEY (report_id, version) REFERENCES report_version (report_id, version)
);

-- What is to be delivered, sealed for the receiver alone; its number is the key under which it counts once.
CREATE TABLE report_message (
  id UUID NOT NULL,
  report_id UUID NOT NULL,
  number INT NOT NULL,
  report_version INT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  rests_on VARCHAR(160) CHARACTER SET ascii NOT NULL,
  envelope MEDIUMBLOB NOT NULL,
  delivery VARCHAR(20) NOT NULL,
  attempts INT NOT NULL,
  next_attempt_at DATETIME(6) NOT NULL,
  problem VARCHAR(40) NULL,
  written_at DATETIME(6) NOT NULL,
  delivered_at DATETIME(6) NULL,
  confirmed_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_report_message PRIMARY KEY (id),
  CONSTRAINT fk_report_message_report FOREIGN KEY (report_id) REFERENCES report (id),
  CONSTRAINT uq_report_message_number UNIQUE (report_id, number),
  CONSTRAINT ck_report_message_kind CHECK (kind IN ('REPORT', 'CORRECTION', 'WITHDRAWAL')),
  CONSTRAINT ck_report_message_delivery CHECK (delivery IN ('WAITING', 'DELIVERED', 'CONFIRMED', 'REFUSED', 'STOPPED')),
  INDEX ix_report_message_due (delivery, next_attempt_at)
);

-- Pseudonyms of who a report is about, for one receiver; equal ones are a reason to look.
CREATE TABLE report_pseudonym (
  report_id UUID NOT NULL,
  receiver UUID NOT NULL,
  kind VARCHAR(20) NOT NULL,
  token BINARY(20) NOT NULL,
  CONSTRAINT pk_report_pseudonym PRIMARY KEY (report_id, token),
  CONSTRAINT fk_report_pseudonym_report FOREIGN KEY (report_id) REFERENCES report (id),
  INDEX ix_report_pseudonym_token (receiver, token)
);

CREATE SEQUENCE report_reference START WITH 1 INCREMENT BY 1 NOCACHE;
