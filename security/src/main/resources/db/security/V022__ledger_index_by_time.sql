-- Officers read by time: each index ends in the time, so that a page costs a page whatever the filter.
DROP INDEX ix_ledger_index_case ON ledger_index;
DROP INDEX ix_ledger_index_person ON ledger_index;
DROP INDEX ix_ledger_index_professional ON ledger_index;
DROP INDEX ix_ledger_index_action ON ledger_index;
DROP INDEX ix_ledger_index_emergency ON ledger_index;
CREATE INDEX ix_ledger_index_case ON ledger_index (agency, case_id, at, seq);
CREATE INDEX ix_ledger_index_person ON ledger_index (agency, person_id, at, seq);
CREATE INDEX ix_ledger_index_professional ON ledger_index (agency, professional, at, seq);
CREATE INDEX ix_ledger_index_action ON ledger_index (agency, action, at, seq);
CREATE INDEX ix_ledger_index_emergency ON ledger_index (agency, emergency, at, seq);
