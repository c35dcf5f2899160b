-- What was heard from the witnesses of the log: a line whenever one says something else than before. The cosigned note is
-- proof by itself; the rest is told as it was heard.
CREATE TABLE ledger_witness (
  seq            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  witness        VARCHAR(300) NOT NULL,
  at             DATETIME(6) NOT NULL,
  heard          VARCHAR(16) NOT NULL,
  tree_size      BIGINT UNSIGNED NOT NULL,
  cosigned_at    DATETIME(6) NULL,
  cosigned_note  TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  CONSTRAINT pk_ledger_witness PRIMARY KEY (seq),
  CONSTRAINT ck_ledger_witness_heard CHECK (heard IN ('UP_TO_DATE', 'BEHIND', 'SILENT', 'REFUSES', 'FORK', 'AHEAD'))
) CHARACTER SET ascii COLLATE ascii_bin;

CREATE INDEX ix_ledger_witness ON ledger_witness (witness, seq);

CREATE TRIGGER tr_ledger_witness_no_update BEFORE UPDATE ON ledger_witness FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_witness is refused';

CREATE TRIGGER tr_ledger_witness_no_delete BEFORE DELETE ON ledger_witness FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_witness is refused';
