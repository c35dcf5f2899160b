-- The official weights of one list of indicators, entered by the platform administrator. Says nothing of anybody. A row is never
-- changed: a later one follows it.
CREATE TABLE indicator_weights (
  version INT NOT NULL,
  base INT NOT NULL,
  profile VARCHAR(16) NOT NULL,
  weights VARCHAR(2000) NOT NULL,
  valid_from DATE NOT NULL,
  source VARCHAR(300) NOT NULL,
  entered_by UUID NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_indicator_weights PRIMARY KEY (version),
  CONSTRAINT ck_indicator_weights_profile
    CHECK (profile IN ('ADULT_LABOUR', 'CHILD_LABOUR', 'ADULT_SEXUAL', 'CHILD_SEXUAL'))
);
