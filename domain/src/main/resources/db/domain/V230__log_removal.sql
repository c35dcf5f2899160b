-- The oldest months of the log that somebody proposed to remove, and what came of it. Two people, never one; why is sealed.
CREATE TABLE log_removal (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  state VARCHAR(10) NOT NULL,
  first_line BIGINT NOT NULL,
  last_line BIGINT NOT NULL,
  first_month CHAR(7) NOT NULL,
  last_month CHAR(7) NOT NULL,
  term_months INT NOT NULL,
  sealed_why BLOB NOT NULL,
  proposed_by UUID NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  decided_by UUID NULL,
  decided_at DATETIME(6) NULL,
  objected_by UUID NULL,
  objecting_agency UUID NULL,
  sealed_objection BLOB NULL,
  ended_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_log_removal PRIMARY KEY (id),
  CONSTRAINT ck_log_removal_state
    CHECK (state IN ('PROPOSED', 'REFUSED', 'APPROVED', 'OBJECTED', 'STOPPED', 'BEGUN', 'REMOVED')),
  CONSTRAINT ck_log_removal_range CHECK (first_line >= 1 AND first_line <= last_line),
  CONSTRAINT ck_log_removal_term CHECK (term_months >= 60),
  CONSTRAINT ck_log_removal_two_persons
    CHECK (state IN ('PROPOSED', 'REFUSED') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
  INDEX ix_log_removal_state (state)
);
