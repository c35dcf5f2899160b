-- What an agency's officer watches in the log of that agency. Names of people and of cases are sealed or opaque.

-- The thresholds that an agency set. A row is never changed: a later one follows it.
CREATE TABLE oversight_thresholds (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  version INT NOT NULL,
  settings VARCHAR(1000) NOT NULL,
  sealed_source VARBINARY(2048) NOT NULL,
  set_by UUID NOT NULL,
  set_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_oversight_thresholds PRIMARY KEY (id),
  CONSTRAINT uq_oversight_thresholds UNIQUE (agency, version)
);

-- Cases that an agency watches every look at, and why.
CREATE TABLE oversight_mark (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  case_id UUID NOT NULL,
  kind VARCHAR(12) NOT NULL,
  sealed_about VARBINARY(4096) NOT NULL,
  set_by UUID NOT NULL,
  set_at DATETIME(6) NOT NULL,
  lifted_by UUID NULL,
  lifted_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_oversight_mark PRIMARY KEY (id),
  CONSTRAINT fk_oversight_mark_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT ck_oversight_mark_kind CHECK (kind IN ('FAMILY', 'COLLEAGUE', 'WELL_KNOWN')),
  INDEX ix_oversight_mark_agency (agency, lifted_at)
);

-- When an agency's log was last gone through; who does so waits for the other.
CREATE TABLE oversight_round (
  agency UUID NOT NULL,
  gone_through_at DATETIME(6) NULL,
  CONSTRAINT pk_oversight_round PRIMARY KEY (agency)
);

-- What a rule found. Whom and what it is about is sealed; the fingerprint is keyed, and finds it again.
CREATE TABLE oversight_alert (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  rule VARCHAR(20) NOT NULL,
  fingerprint VARBINARY(64) NOT NULL,
  serial INT NOT NULL,
  thresholds INT NOT NULL,
  sealed_finding BLOB NOT NULL,
  found_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_oversight_alert PRIMARY KEY (id),
  CONSTRAINT uq_oversight_alert UNIQUE (agency, fingerprint, serial),
  CONSTRAINT ck_oversight_alert_rule CHECK (rule IN ('OWN_CIRCLE', 'COLLEAGUE', 'WELL_KNOWN', 'OUTSIDE_HOURS', 'VOLUME',
    'VOLUME_OWN', 'VOLUME_PEERS', 'SEARCH_ONLY', 'NOT_ASSIGNED', 'AFTER_LEAVING', 'REFUSALS', 'MANY_HITS', 'MANY_MISSES',
    'EMERGENCIES', 'OFFICER_ON_OWN')),
  INDEX ix_oversight_alert_agency (agency, found_at)
);

-- How an access was judged: an alert, or one line of a sample. Rows are added and never changed; the last one holds.
CREATE TABLE oversight_judgement (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  about UUID NOT NULL,
  line CHAR(7) NULL,
  verdict VARCHAR(12) NOT NULL,
  sealed_note VARBINARY(8192) NOT NULL,
  judged_by UUID NOT NULL,
  judged_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_oversight_judgement PRIMARY KEY (id),
  CONSTRAINT ck_oversight_judgement_verdict CHECK (verdict IN ('LAWFUL', 'INVESTIGATE', 'UNLAWFUL')),
  INDEX ix_oversight_judgement_about (agency, about, judged_at)
);
