-- A person is known here by an opaque number only; everything about them lies sealed in items.
CREATE TABLE person (
  id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_person PRIMARY KEY (id)
);

CREATE TABLE case_file (
  id UUID NOT NULL,
  number VARCHAR(16) NOT NULL,
  code_name VARCHAR(60) NOT NULL,
  person_id UUID NOT NULL,
  framework VARCHAR(20) NOT NULL,
  protocol VARCHAR(200) NOT NULL,
  framework_until DATETIME(6) NULL,
  status VARCHAR(10) NOT NULL,
  lead_agency UUID NOT NULL,
  opened_by UUID NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6) NULL,
  closed_reason VARCHAR(40) NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_case_file PRIMARY KEY (id),
  CONSTRAINT uq_case_file_number UNIQUE (number),
  CONSTRAINT uq_case_file_code_name UNIQUE (code_name),
  CONSTRAINT fk_case_file_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT ck_case_file_framework CHECK (framework IN ('ENKEL', 'BILATERAAL', 'CONVENANT', 'WGS_ZVH')),
  CONSTRAINT ck_case_file_status CHECK (status IN ('OPEN', 'CLOSED'))
);

-- Numbers are handed out in order without a hot row: the sequence never rolls back, gaps are allowed.
CREATE SEQUENCE case_file_number START WITH 1001 INCREMENT BY 1 NOCACHE;

CREATE TABLE participation (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  agency UUID NOT NULL,
  professional UUID NULL,
  part VARCHAR(10) NOT NULL,
  purpose VARCHAR(30) NOT NULL,
  ground VARCHAR(30) NOT NULL,
  valid_from DATETIME(6) NOT NULL,
  valid_until DATETIME(6) NOT NULL,
  invited_by UUID NOT NULL,
  invited_at DATETIME(6) NOT NULL,
  ended_by UUID NULL,
  ended_reason VARCHAR(40) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_participation PRIMARY KEY (id),
  CONSTRAINT fk_participation_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT ck_participation_part CHECK (part IN ('LEAD', 'PARTY')),
  INDEX ix_participation_agency (agency, valid_until, valid_from, case_id),
  INDEX ix_participation_case (case_id, agency)
);

-- A professional with a personal interest in a case sees nothing of it; a location is open to named people only.
CREATE TABLE conflict_of_interest (
  case_id UUID NOT NULL,
  professional UUID NOT NULL,
  recorded_by UUID NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_conflict_of_interest PRIMARY KEY (case_id, professional),
  CONSTRAINT fk_conflict_of_interest_case_file FOREIGN KEY (case_id) REFERENCES case_file (id)
);
