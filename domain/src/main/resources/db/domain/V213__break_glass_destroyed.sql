-- When the words written with a use of break-glass were destroyed; under the MAC of the use.
ALTER TABLE break_glass ADD COLUMN destroyed_at DATETIME(6) NULL AFTER sealed_verdict_note;
