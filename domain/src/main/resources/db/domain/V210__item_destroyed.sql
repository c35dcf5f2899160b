-- An item whose content and keys were destroyed: what is left says that there was something, of which category and whose.
ALTER TABLE item ADD COLUMN destroyed_at DATETIME(6) NULL;
CREATE INDEX ix_item_kept ON item (owner, destroyed_at, recorded_at);
