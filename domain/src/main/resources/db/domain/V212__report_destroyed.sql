-- When what a report said was destroyed at its sender; under the MAC of the report.
ALTER TABLE report ADD COLUMN destroyed_at DATETIME(6) NULL AFTER received_at;
