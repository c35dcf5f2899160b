-- Insert-only: what has been taken back. Every node polls it each second and clears open pages.
CREATE TABLE revocation (
  seq BIGINT NOT NULL AUTO_INCREMENT,
  case_id UUID NOT NULL,
  agency UUID NULL,
  professional UUID NULL,
  category VARCHAR(20) NULL,
  revoked_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_revocation PRIMARY KEY (seq),
  INDEX ix_revocation_case (case_id)
);
