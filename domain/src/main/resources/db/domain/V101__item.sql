-- An item is one record of one category. Its content lies sealed per version; the columns here say nothing of a person.
CREATE TABLE item (
  id UUID NOT NULL,
  case_id UUID NOT NULL,
  category VARCHAR(20) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  owner UUID NOT NULL,
  regime VARCHAR(5) NOT NULL,
  current_version INT NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  restricted BOOLEAN NOT NULL,
  embargo_until DATETIME(6) NULL,
  police_code VARCHAR(20) NULL,
  retained_until DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_item PRIMARY KEY (id),
  CONSTRAINT fk_item_case_file FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT ck_item_kind CHECK (kind IN ('FIELDS', 'NOTE', 'GOAL', 'SCORE')),
  CONSTRAINT ck_item_regime CHECK (regime IN ('AVG', 'WPG')),
  INDEX ix_item_section (case_id, category, owner)
);

CREATE TABLE item_version (
  item_id UUID NOT NULL,
  version INT NOT NULL,
  sealed MEDIUMBLOB NOT NULL,
  recorded_by UUID NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_item_version PRIMARY KEY (item_id, version),
  CONSTRAINT fk_item_version_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- One wrap of the version's data key for each agency that may hold it; ending a share removes wraps.
CREATE TABLE item_key (
  item_id UUID NOT NULL,
  version INT NOT NULL,
  holder UUID NOT NULL,
  regime VARCHAR(5) NOT NULL,
  wrapped VARBINARY(512) NOT NULL,
  CONSTRAINT pk_item_key PRIMARY KEY (item_id, version, holder, regime),
  CONSTRAINT fk_item_key_item_version FOREIGN KEY (item_id, version) REFERENCES item_version (item_id, version)
);

-- Who may see a secret location: whoever wrote it down, and people put there by two persons.
CREATE TABLE named_access (
  id UUID NOT NULL,
  item_id UUID NOT NULL,
  professional UUID NOT NULL,
  proposed_by UUID NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  confirmed_by UUID NULL,
  confirmed_at DATETIME(6) NULL,
  author BOOLEAN NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_named_access PRIMARY KEY (id),
  CONSTRAINT uq_named_access UNIQUE (item_id, professional),
  CONSTRAINT fk_named_access_item FOREIGN KEY (item_id) REFERENCES item (id),
  CONSTRAINT ck_named_access_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);

-- Keyed tokens for exact search within one's own agency; they are not reversible without the key.
CREATE TABLE search_token (
  item_id UUID NOT NULL,
  kind VARCHAR(20) NOT NULL,
  token BINARY(20) NOT NULL,
  owner UUID NOT NULL,
  case_id UUID NOT NULL,
  CONSTRAINT pk_search_token PRIMARY KEY (item_id, kind, token),
  CONSTRAINT fk_search_token_item FOREIGN KEY (item_id) REFERENCES item (id),
  INDEX ix_search_token (owner, kind, token)
);
