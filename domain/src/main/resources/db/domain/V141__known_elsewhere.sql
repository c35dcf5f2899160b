-- How many questions may be asked in how many hours, by one professional and by one agency. An operator may change these.
CREATE TABLE question_limit (
  scope VARCHAR(12) NOT NULL,
  hours INT NOT NULL,
  most INT NOT NULL,
  CONSTRAINT pk_question_limit PRIMARY KEY (scope, hours),
  CONSTRAINT ck_question_limit_scope CHECK (scope IN ('PROFESSIONAL', 'AGENCY')),
  CONSTRAINT ck_question_limit_hours CHECK (hours BETWEEN 1 AND 8760)
);
INSERT INTO question_limit (scope, hours, most) VALUES
  ('PROFESSIONAL', 1, 10), ('PROFESSIONAL', 24, 25), ('AGENCY', 24, 200);

-- How many were asked since the beginning of such a number of hours.
CREATE TABLE question_use (
  scope VARCHAR(12) NOT NULL,
  asker UUID NOT NULL,
  hours INT NOT NULL,
  since DATETIME(6) NOT NULL,
  asked INT NOT NULL,
  CONSTRAINT pk_question_use PRIMARY KEY (scope, asker, hours, since)
);

-- A question whether somebody is known elsewhere. The answer is sealed.
CREATE TABLE known_question (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  asker UUID NOT NULL,
  asker_professional UUID NOT NULL,
  purpose VARCHAR(30) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  sealed_answer VARBINARY(64) NOT NULL,
  contact_asked_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_known_question PRIMARY KEY (id),
  CONSTRAINT fk_known_question_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  INDEX ix_known_question_asker (asker, asked_at)
);

-- Who was told of. Each question has as many of these as any other: those that are nobody's have numbers by chance, so that
-- nothing can refer to an agency or a case here.
CREATE TABLE known_holder (
  id UUID NOT NULL,
  question_id UUID NOT NULL,
  holder UUID NOT NULL,
  case_id UUID NOT NULL,
  sealed_answer VARBINARY(64) NOT NULL,
  state VARCHAR(10) NOT NULL,
  told_at DATETIME(6) NOT NULL,
  answered_by UUID NULL,
  answered_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_known_holder PRIMARY KEY (id),
  CONSTRAINT fk_known_holder_question FOREIGN KEY (question_id) REFERENCES known_question (id),
  CONSTRAINT ck_known_holder_state CHECK (state IN ('TOLD', 'ASKED', 'AGREED', 'DECLINED')),
  INDEX ix_known_holder_holder (holder, told_at)
);
