-- What is on record stays as it is.

CREATE TRIGGER tr_ledger_entry_no_update BEFORE UPDATE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_entry is refused';

CREATE TRIGGER tr_ledger_entry_no_delete BEFORE DELETE ON ledger_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_entry is refused';

CREATE TRIGGER tr_ledger_leaf_no_update BEFORE UPDATE ON ledger_leaf FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_leaf is refused';

CREATE TRIGGER tr_ledger_leaf_no_delete BEFORE DELETE ON ledger_leaf FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_leaf is refused';

CREATE TRIGGER tr_ledger_index_no_update BEFORE UPDATE ON ledger_index FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_index is refused';

CREATE TRIGGER tr_ledger_index_no_delete BEFORE DELETE ON ledger_index FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_index is refused';

CREATE TRIGGER tr_ledger_item_no_update BEFORE UPDATE ON ledger_item FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_item is refused';

CREATE TRIGGER tr_ledger_item_no_delete BEFORE DELETE ON ledger_item FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_item is refused';

CREATE TRIGGER tr_ledger_checkpoint_no_update BEFORE UPDATE ON ledger_checkpoint FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: update of ledger_checkpoint is refused';

CREATE TRIGGER tr_ledger_checkpoint_no_delete BEFORE DELETE ON ledger_checkpoint FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger only grows: delete of ledger_checkpoint is refused';
