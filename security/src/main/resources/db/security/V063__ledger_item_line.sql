-- Which lines of an agency speak of an item, by time. Derived from the entry, as the index is; the officer's page about an
-- item costs a page, also for an item that others looked at a thousand times and this agency never.
CREATE TABLE ledger_item_line (
  agency  UUID NOT NULL,
  item    UUID NOT NULL,
  at      DATETIME(6) NOT NULL,
  seq     BIGINT UNSIGNED NOT NULL,
  CONSTRAINT pk_ledger_item_line PRIMARY KEY (agency, item, at, seq)
);

-- In order of the lines first: neither table can be searched by the number of a line alone.
CREATE TABLE ledger_item_by_line (
  seq   BIGINT UNSIGNED NOT NULL,
  item  UUID NOT NULL,
  CONSTRAINT pk_ledger_item_by_line PRIMARY KEY (seq, item)
);

INSERT INTO ledger_item_by_line (seq, item) SELECT DISTINCT seq, item FROM ledger_item;

INSERT INTO ledger_item_line (agency, item, at, seq)
SELECT i.agency, t.item, i.at, i.seq FROM ledger_index i JOIN ledger_item_by_line t ON t.seq = i.seq;

DROP TABLE ledger_item_by_line;

CREATE TRIGGER tr_ledger_item_line_no_update BEFORE UPDATE ON ledger_item_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_item_line is refused';

CREATE TRIGGER tr_ledger_item_line_no_delete BEFORE DELETE ON ledger_item_line FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_item_line is refused';
