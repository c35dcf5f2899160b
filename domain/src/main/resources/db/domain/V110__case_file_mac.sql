-- Decisions rest on the framework, its end, the status and the lead: one UPDATE must not buy a lawful grant.
ALTER TABLE case_file ADD COLUMN mac VARBINARY(64) NOT NULL;
