-- Requests of the person about whom data are kept (AVG 15-22; Wpg 25, 28). What was asked is sealed.
CREATE SEQUENCE rights_request_number START WITH 1 INCREMENT BY 1;

CREATE TABLE rights_request (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  number CHAR(9) NOT NULL,
  subject_right VARCHAR(16) NOT NULL,
  regime VARCHAR(3) NOT NULL,
  requester VARCHAR(16) NOT NULL,
  case_id UUID NULL,
  received_on DATE NOT NULL,
  sealed_words BLOB NOT NULL,
  recorded_by UUID NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_rights_request PRIMARY KEY (id),
  CONSTRAINT uq_rights_request UNIQUE (number),
  CONSTRAINT ck_rights_request_right CHECK (subject_right IN ('ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION',
    'PORTABILITY', 'OBJECTION', 'HUMAN_DECISION')),
  CONSTRAINT ck_rights_request_regime CHECK (regime IN ('AVG', 'WPG')),
  CONSTRAINT ck_rights_request_requester CHECK (requester IN ('SELF', 'PARENT', 'GUARDIAN', 'REPRESENTATIVE')),
  INDEX ix_rights_request_agency (agency, recorded_at)
);

-- What was done about a request. Rows are added and never changed; two who do the next step at once have one number.
CREATE TABLE rights_act (
  id UUID NOT NULL,
  request UUID NOT NULL,
  serial INT NOT NULL,
  step VARCHAR(10) NOT NULL,
  decision VARCHAR(8) NULL,
  ground VARCHAR(20) NULL,
  categories VARCHAR(300) NOT NULL,
  from_day DATE NULL,
  until_day DATE NULL,
  sealed_words BLOB NOT NULL,
  done_by UUID NOT NULL,
  done_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_rights_act PRIMARY KEY (id),
  CONSTRAINT uq_rights_act UNIQUE (request, serial),
  CONSTRAINT fk_rights_act_request FOREIGN KEY (request) REFERENCES rights_request (id),
  CONSTRAINT ck_rights_act_step CHECK (step IN ('IDENTIFY', 'SCOPE', 'EXTEND', 'DECIDE', 'CARRY_OUT', 'ANSWER', 'WITHDRAW',
    'LIFT')),
  CONSTRAINT ck_rights_act_decision CHECK (decision IN ('GRANTED', 'PARTLY', 'REFUSED'))
);

-- That a recipient was told what became of data, or of the consent for them (AVG 7(3), 19), and what they answered. What it
-- is about is a request or a consent.
CREATE TABLE rights_notice (
  id UUID NOT NULL,
  about UUID NOT NULL,
  sender UUID NOT NULL,
  recipient UUID NOT NULL,
  case_id UUID NOT NULL,
  kind VARCHAR(20) NOT NULL,
  categories VARCHAR(300) NOT NULL,
  told_at DATETIME(6) NOT NULL,
  outcome VARCHAR(10) NULL,
  sealed_answer BLOB NULL,
  confirmed_by UUID NULL,
  confirmed_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_rights_notice PRIMARY KEY (id),
  CONSTRAINT ck_rights_notice_kind CHECK (kind IN ('CORRECTED', 'ERASED', 'RESTRICTED', 'RESTRICTION_LIFTED',
    'CONSENT_WITHDRAWN')),
  CONSTRAINT ck_rights_notice_outcome CHECK (outcome IN ('DONE', 'NOT_HELD', 'NOT_DONE')),
  INDEX ix_rights_notice_recipient (recipient, told_at),
  INDEX ix_rights_notice_about (about)
);
