-- A dossier is what items lie in: a case file, or a signal that is not part of a case yet.
CREATE TABLE dossier (
  id UUID NOT NULL,
  CONSTRAINT pk_dossier PRIMARY KEY (id)
);
INSERT INTO dossier (id) SELECT id FROM case_file;
ALTER TABLE item DROP FOREIGN KEY fk_item_case_file;
ALTER TABLE item ADD CONSTRAINT fk_item_dossier FOREIGN KEY (case_id) REFERENCES dossier (id);
ALTER TABLE item DROP CONSTRAINT ck_item_kind;
ALTER TABLE item ADD CONSTRAINT ck_item_kind
  CHECK (kind IN ('FIELDS', 'NOTE', 'GOAL', 'SCORE', 'ASSESSMENT', 'MELDCODE'));

-- What somebody noticed, and which agency assesses it. Who it is about and what was seen lie sealed in its items; the
-- conclusion, form and municipality are codes for counting and say nothing of a person.
CREATE TABLE `signal` (
  id UUID NOT NULL,
  number VARCHAR(16) NOT NULL,
  from_agency UUID NOT NULL,
  from_professional UUID NOT NULL,
  holder UUID NULL,
  assignee UUID NULL,
  state VARCHAR(12) NOT NULL,
  urgent BOOLEAN NOT NULL,
  begun_at DATETIME(6) NOT NULL,
  sent_at DATETIME(6) NULL,
  respond_by DATETIME(6) NULL,
  decide_by DATETIME(6) NULL,
  decided_at DATETIME(6) NULL,
  case_id UUID NULL,
  conclusion VARCHAR(30) NULL,
  form VARCHAR(30) NULL,
  municipality VARCHAR(6) NULL,
  fingerprint BINARY(16) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_signal PRIMARY KEY (id),
  CONSTRAINT uq_signal_number UNIQUE (number),
  CONSTRAINT fk_signal_dossier FOREIGN KEY (id) REFERENCES dossier (id),
  CONSTRAINT fk_signal_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT ck_signal_state
    CHECK (state IN ('DRAFT', 'SENT', 'TAKEN', 'MORE_ASKED', 'ACCEPTED', 'LINKED', 'CLOSED')),
  INDEX ix_signal_holder (holder, state, sent_at),
  INDEX ix_signal_sender (from_agency, from_professional, state),
  INDEX ix_signal_case (case_id),
  INDEX ix_signal_fingerprint (from_agency, fingerprint)
);

CREATE SEQUENCE signal_number START WITH 2001 INCREMENT BY 1 NOCACHE;

-- What was done with a signal, in order. Rows are added and never changed.
CREATE TABLE signal_step (
  id UUID NOT NULL,
  signal_id UUID NOT NULL,
  step VARCHAR(12) NOT NULL,
  agency UUID NOT NULL,
  professional UUID NOT NULL,
  to_agency UUID NULL,
  at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_signal_step PRIMARY KEY (id),
  CONSTRAINT fk_signal_step_signal FOREIGN KEY (signal_id) REFERENCES `signal` (id),
  INDEX ix_signal_step_signal (signal_id, at)
);

-- What its author has typed so far, sealed; gone once it is sent or thrown away.
CREATE TABLE signal_draft (
  signal_id UUID NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  wrapped VARBINARY(512) NOT NULL,
  saves INT NOT NULL,
  saved_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_signal_draft PRIMARY KEY (signal_id),
  CONSTRAINT fk_signal_draft_signal FOREIGN KEY (signal_id) REFERENCES `signal` (id)
);
