CREATE TABLE consent (
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  case_id UUID NOT NULL,
  recipient UUID NOT NULL,
  purpose VARCHAR(30) NOT NULL,
  category VARCHAR(20) NOT NULL,
  state VARCHAR(10) NOT NULL,
  given_by VARCHAR(20) NOT NULL,
  authority_checked BOOLEAN NOT NULL,
  age_then INT NULL,
  form VARCHAR(10) NOT NULL,
  valid_until DATETIME(6) NOT NULL,
  recorded_by UUID NOT NULL,
  recorded_by_agency UUID NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  withdrawn_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_consent PRIMARY KEY (id),
  CONSTRAINT fk_consent_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT fk_consent_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT ck_consent_state CHECK (state IN ('GRANTED', 'REFUSED', 'WITHDRAWN')),
  CONSTRAINT ck_consent_given_by CHECK (given_by IN ('SELF', 'PARENT', 'GUARDIAN')),
  CONSTRAINT ck_consent_form CHECK (form IN ('WRITTEN', 'ORAL', 'DIGITAL')),
  INDEX ix_consent_case (case_id, recipient, purpose, category)
);

-- A parent who may be the exploiter can be kept out of consent, requests and notices; why is sealed.
CREATE TABLE blocked_parent (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  sealed_reason BLOB NOT NULL,
  blocked_by UUID NOT NULL,
  blocked_by_agency UUID NOT NULL,
  blocked_at DATETIME(6) NOT NULL,
  lifted_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_blocked_parent PRIMARY KEY (id),
  CONSTRAINT fk_blocked_parent_case_file FOREIGN KEY (case_id) REFERENCES case_file (id)
);
