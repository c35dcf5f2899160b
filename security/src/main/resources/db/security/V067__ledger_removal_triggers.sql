DELIMITER //

-- A removal goes on where the last one ended; its own line is in the tree behind what it takes, and a signed state covers that
-- line. The clock is that of the server, which no session can turn, so that nothing younger than five years can go.
CREATE TRIGGER tr_ledger_removal_insert BEFORE INSERT ON ledger_removal FOR EACH ROW
  IF NEW.starts <> (SELECT COALESCE(MAX(r.below), 0) FROM ledger_removal r)
    OR NOT EXISTS (SELECT 1 FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry
                   WHERE l.entry = NEW.line AND e.action = 'REMOVE_LOG' AND l.position >= NEW.below
                     AND l.position < (SELECT MAX(c.tree_size) FROM ledger_checkpoint c))
    OR EXISTS (SELECT 1 FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry
               WHERE l.position < NEW.below
                 AND e.at >= CONVERT_TZ(SYSDATE(6), @@session.time_zone, '+00:00') - INTERVAL 60 MONTH)
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: this removal is refused';
  END IF //

CREATE TRIGGER tr_ledger_removal_no_update BEFORE UPDATE ON ledger_removal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_removal is refused' //

CREATE TRIGGER tr_ledger_removal_no_delete BEFORE DELETE ON ledger_removal FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_removal is refused' //

CREATE TRIGGER tr_ledger_removal_end_no_update BEFORE UPDATE ON ledger_removal_end FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_removal_end is refused' //

CREATE TRIGGER tr_ledger_removal_end_no_delete BEFORE DELETE ON ledger_removal_end FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_removal_end is refused' //

-- What is on record stays as it is, until a removal that is on record covers it.
CREATE OR REPLACE TRIGGER tr_ledger_entry_no_delete BEFORE DELETE ON ledger_entry FOR EACH ROW
  IF OLD.at >= CONVERT_TZ(SYSDATE(6), @@session.time_zone, '+00:00') - INTERVAL 60 MONTH
    OR NOT EXISTS (SELECT 1 FROM ledger_leaf l
                   WHERE l.entry_seq = OLD.seq AND l.entry = OLD.id
                     AND l.position < (SELECT COALESCE(MAX(r.below), 0) FROM ledger_removal r))
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_entry is refused';
  END IF //

CREATE OR REPLACE TRIGGER tr_ledger_index_no_delete BEFORE DELETE ON ledger_index FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM ledger_leaf l
                 WHERE l.entry_seq = OLD.seq
                   AND l.position < (SELECT COALESCE(MAX(r.below), 0) FROM ledger_removal r))
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_index is refused';
  END IF //

CREATE OR REPLACE TRIGGER tr_ledger_item_no_delete BEFORE DELETE ON ledger_item FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM ledger_leaf l
                 WHERE l.entry_seq = OLD.seq
                   AND l.position < (SELECT COALESCE(MAX(r.below), 0) FROM ledger_removal r))
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_item is refused';
  END IF //

CREATE OR REPLACE TRIGGER tr_ledger_item_line_no_delete BEFORE DELETE ON ledger_item_line FOR EACH ROW
  IF NOT EXISTS (SELECT 1 FROM ledger_leaf l
                 WHERE l.entry_seq = OLD.seq
                   AND l.position < (SELECT COALESCE(MAX(r.below), 0) FROM ledger_removal r))
  THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_item_line is refused';
  END IF //

DELIMITER ;
