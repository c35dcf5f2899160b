-- Two cases of one agency that may be about the same person, found when something was recorded. case_a is the lower number.
CREATE TABLE alike (
  agency UUID NOT NULL,
  case_a UUID NOT NULL,
  case_b UUID NOT NULL,
  found_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_alike PRIMARY KEY (agency, case_a, case_b),
  CONSTRAINT fk_alike_a FOREIGN KEY (case_a) REFERENCES case_file (id),
  CONSTRAINT fk_alike_b FOREIGN KEY (case_b) REFERENCES case_file (id)
);

-- What somebody decided about such a pair, or that it was taken back. Rows are added and never changed.
CREATE TABLE duplicate_decision (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  case_a UUID NOT NULL,
  case_b UUID NOT NULL,
  verdict VARCHAR(12) NOT NULL,
  sealed_why VARBINARY(4096) NOT NULL,
  decided_by UUID NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_duplicate_decision PRIMARY KEY (id),
  CONSTRAINT fk_duplicate_decision_pair FOREIGN KEY (agency, case_a, case_b) REFERENCES alike (agency, case_a, case_b),
  CONSTRAINT ck_duplicate_decision_verdict CHECK (verdict IN ('SAME', 'DIFFERENT', 'UNSURE', 'TAKEN_BACK'))
);
