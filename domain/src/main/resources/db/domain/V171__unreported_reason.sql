-- Why a presumed victim is not reported to CoMensha yet. Rows are added and never changed; the newest holds.
CREATE TABLE unreported_reason (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  agency UUID NOT NULL,
  code VARCHAR(20) NOT NULL,
  sealed_words VARBINARY(4096) NOT NULL,
  recorded_by UUID NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_unreported_reason PRIMARY KEY (id),
  CONSTRAINT fk_unreported_reason_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  INDEX ix_unreported_reason_case (case_id, agency)
);
