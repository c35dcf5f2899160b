-- Roots of complete subtrees over 256, 65 536 … leaves, so that a tile of any level is one range of rows (C2SP tlog-tiles).
-- Derived from the leaves; the verifier holds them against each other.
CREATE TABLE ledger_node (
  level     TINYINT UNSIGNED NOT NULL,
  position  BIGINT UNSIGNED NOT NULL,
  hash      BINARY(32) NOT NULL,
  CONSTRAINT pk_ledger_node PRIMARY KEY (level, position),
  CONSTRAINT ck_ledger_node_level CHECK (level BETWEEN 1 AND 7)
);

CREATE TRIGGER tr_ledger_node_no_update BEFORE UPDATE ON ledger_node FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_node is refused';

CREATE TRIGGER tr_ledger_node_no_delete BEFORE DELETE ON ledger_node FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_node is refused';
