-- All that officers limit the log by stands in its index, and each in an index of the table that ends in the time: a first
-- page costs a page whatever the filter, and however many lines there are. The old table keeps its guards until the new one
-- is full; a line whose entry is gone is in neither, and the verifier names it by its leaf.
CREATE TABLE ledger_index_new (
  agency           UUID NOT NULL,
  seq              BIGINT UNSIGNED NOT NULL,
  at               DATETIME(6) NOT NULL,
  as_actor         BOOLEAN NOT NULL,
  as_holder        BOOLEAN NOT NULL,
  as_recipient     BOOLEAN NOT NULL,
  action           VARCHAR(64) NOT NULL,
  outcome          VARCHAR(16) NOT NULL,
  emergency        BOOLEAN NOT NULL,
  case_id          UUID NULL,
  person_id        UUID NULL,
  professional     UUID NULL,
  acting_agency    UUID NULL,
  acting_function  VARCHAR(64) NULL,
  purpose          VARCHAR(64) NULL,
  category         VARCHAR(64) NULL,
  CONSTRAINT pk_ledger_index PRIMARY KEY (agency, seq),
  CONSTRAINT ck_ledger_index_outcome CHECK (outcome IN ('PERMITTED', 'REFUSED', 'RECORDED', 'FAILED'))
) CHARACTER SET ascii COLLATE ascii_bin;

INSERT INTO ledger_index_new (agency, seq, at, as_actor, as_holder, as_recipient, action, outcome, emergency, case_id,
  person_id, professional, acting_agency, acting_function, purpose, category)
SELECT i.agency, i.seq, i.at, i.as_actor, i.as_holder, i.as_recipient, i.action, e.outcome, i.emergency, i.case_id,
  i.person_id, i.professional, e.agency, e.acting_function, e.purpose, e.category
FROM ledger_index i JOIN ledger_entry e ON e.seq = i.seq;

CREATE INDEX ix_ledger_index_at ON ledger_index_new (agency, at, seq);
CREATE INDEX ix_ledger_index_case ON ledger_index_new (agency, case_id, at, seq);
CREATE INDEX ix_ledger_index_person ON ledger_index_new (agency, person_id, at, seq);
CREATE INDEX ix_ledger_index_professional ON ledger_index_new (agency, professional, at, seq);
CREATE INDEX ix_ledger_index_action ON ledger_index_new (agency, action, at, seq);
CREATE INDEX ix_ledger_index_outcome ON ledger_index_new (agency, outcome, at, seq);
CREATE INDEX ix_ledger_index_emergency ON ledger_index_new (agency, emergency, at, seq);
CREATE INDEX ix_ledger_index_acting_agency ON ledger_index_new (agency, acting_agency, at, seq);
CREATE INDEX ix_ledger_index_function ON ledger_index_new (agency, acting_function, at, seq);
CREATE INDEX ix_ledger_index_purpose ON ledger_index_new (agency, purpose, at, seq);
CREATE INDEX ix_ledger_index_category ON ledger_index_new (agency, category, at, seq);

RENAME TABLE ledger_index TO ledger_index_old, ledger_index_new TO ledger_index;
DROP TABLE ledger_index_old;

CREATE TRIGGER tr_ledger_index_no_update BEFORE UPDATE ON ledger_index FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_index is refused';

CREATE TRIGGER tr_ledger_index_no_delete BEFORE DELETE ON ledger_index FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_index is refused';
