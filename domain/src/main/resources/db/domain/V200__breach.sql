-- The register of personal data breaches (AVG 33(5), 34; Wpg 33a). What was typed is sealed. Rows are added, never changed.
CREATE SEQUENCE breach_number START WITH 1 INCREMENT BY 1;

CREATE TABLE breach (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  number CHAR(9) NOT NULL,
  regime VARCHAR(3) NOT NULL,
  aware_at DATETIME(6) NOT NULL,
  origin UUID NULL,
  told_by UUID NULL,
  recorded_by UUID NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_breach PRIMARY KEY (id),
  CONSTRAINT uq_breach UNIQUE (number),
  CONSTRAINT uq_breach_told UNIQUE (origin, agency),
  CONSTRAINT fk_breach_origin FOREIGN KEY (origin) REFERENCES breach (id),
  CONSTRAINT ck_breach_told CHECK ((origin IS NULL) = (told_by IS NULL)),
  CONSTRAINT ck_breach_regime CHECK (regime IN ('AVG', 'WPG')),
  INDEX ix_breach_agency (agency, recorded_at)
);

-- What was known at a moment. Two who write the next version at once have one number.
CREATE TABLE breach_version (
  id UUID NOT NULL,
  breach UUID NOT NULL,
  serial INT NOT NULL,
  natures VARCHAR(60) NOT NULL,
  happened_from DATETIME(6) NOT NULL,
  happened_until DATETIME(6) NULL,
  categories VARCHAR(300) NOT NULL,
  persons_from INT NULL,
  persons_to INT NULL,
  records_from INT NULL,
  records_to INT NULL,
  sealed_words BLOB NOT NULL,
  written_for UUID NOT NULL,
  written_by UUID NOT NULL,
  written_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_breach_version PRIMARY KEY (id),
  CONSTRAINT uq_breach_version UNIQUE (breach, serial),
  CONSTRAINT fk_breach_version_breach FOREIGN KEY (breach) REFERENCES breach (id)
);

CREATE TABLE breach_act (
  id UUID NOT NULL,
  breach UUID NOT NULL,
  serial INT NOT NULL,
  step VARCHAR(10) NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  risk VARCHAR(4) NULL,
  complete BOOLEAN NOT NULL,
  ground VARCHAR(14) NULL,
  sealed_delay BLOB NULL,
  sealed_words BLOB NOT NULL,
  done_by UUID NOT NULL,
  done_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_breach_act PRIMARY KEY (id),
  CONSTRAINT uq_breach_act UNIQUE (breach, serial),
  CONSTRAINT fk_breach_act_breach FOREIGN KEY (breach) REFERENCES breach (id),
  CONSTRAINT ck_breach_act_step CHECK (step IN ('ASSESS', 'NOTIFY', 'SUPPLEMENT', 'NOT_NOTIFY', 'INFORM', 'NOT_INFORM',
    'CLOSE')),
  CONSTRAINT ck_breach_act_risk CHECK (risk IN ('NONE', 'RISK', 'HIGH')),
  CONSTRAINT ck_breach_act_ground CHECK (ground IN ('NO_HIGH_RISK', 'UNREADABLE', 'AVERTED', 'PUBLIC_INSTEAD',
    'RESTRICTED'))
);

-- What was counted from the log, as it was then: numbers and codes, sealed.
CREATE TABLE breach_count (
  id UUID NOT NULL,
  breach UUID NOT NULL,
  serial INT NOT NULL,
  sealed_count MEDIUMBLOB NOT NULL,
  counted_by UUID NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_breach_count PRIMARY KEY (id),
  CONSTRAINT uq_breach_count UNIQUE (breach, serial),
  CONSTRAINT fk_breach_count_breach FOREIGN KEY (breach) REFERENCES breach (id)
);
