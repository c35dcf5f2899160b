-- The record of every act. Insert-only: the accounts that use it may insert and select, and triggers refuse the rest.
-- No foreign keys between these tables: the tree outlives an entry whose retention has passed, and the verifier, not the
-- database, is what vouches for them.

CREATE TABLE ledger_entry (
  seq              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  id               UUID NOT NULL,
  code             CHAR(7) NOT NULL,
  salt             BINARY(16) NOT NULL,
  at               DATETIME(6) NOT NULL,
  action           VARCHAR(64) NOT NULL,
  outcome          VARCHAR(16) NOT NULL,
  life_cycle       CHAR(1) NOT NULL,
  professional     UUID NULL,
  agency           UUID NULL,
  agency_type      VARCHAR(64) NULL,
  acting_function  VARCHAR(64) NULL,
  session          UUID NULL,
  access_point     VARCHAR(64) NULL,
  job              VARCHAR(64) NULL,
  purpose          VARCHAR(64) NULL,
  emergency        BOOLEAN NOT NULL,
  case_id          UUID NULL,
  person_id        UUID NULL,
  category         VARCHAR(64) NULL,
  regime           VARCHAR(8) NULL,
  items            MEDIUMTEXT NOT NULL,
  holders          MEDIUMTEXT NOT NULL,
  recipients       MEDIUMTEXT NOT NULL,
  ground           VARCHAR(64) NULL,
  consent_id       UUID NULL,
  share_id         UUID NULL,
  rulebook         VARCHAR(64) NULL,
  rules            MEDIUMTEXT NOT NULL,
  reason_true      VARCHAR(64) NULL,
  reason_told      VARCHAR(64) NULL,
  masked_fields    MEDIUMTEXT NOT NULL,
  detail           VARBINARY(20000) NULL,
  mac              VARBINARY(64) NOT NULL,
  CONSTRAINT pk_ledger_entry PRIMARY KEY (seq),
  CONSTRAINT uq_ledger_entry_id UNIQUE (id),
  CONSTRAINT uq_ledger_entry_code UNIQUE (code),
  CONSTRAINT ck_ledger_entry_outcome CHECK (outcome IN ('PERMITTED', 'REFUSED', 'RECORDED', 'FAILED')),
  CONSTRAINT ck_ledger_entry_life_cycle CHECK (life_cycle IN ('C', 'R', 'U', 'D', 'E')),
  CONSTRAINT ck_ledger_entry_regime CHECK (regime IS NULL OR regime IN ('AVG', 'WPG'))
) CHARACTER SET ascii COLLATE ascii_bin;

-- The position of an entry in the tree; comes after the entry, at most about a second.
CREATE TABLE ledger_leaf (
  position   BIGINT UNSIGNED NOT NULL,
  entry_seq  BIGINT UNSIGNED NOT NULL,
  entry      UUID NOT NULL,
  code       CHAR(7) NOT NULL,
  leaf_hash  BINARY(32) NOT NULL,
  CONSTRAINT pk_ledger_leaf PRIMARY KEY (position),
  CONSTRAINT uq_ledger_leaf_entry_seq UNIQUE (entry_seq),
  CONSTRAINT uq_ledger_leaf_entry UNIQUE (entry)
) CHARACTER SET ascii COLLATE ascii_bin;

-- Which agency an entry concerns, and how: what their privacy officer may read. Derived from the entry.
CREATE TABLE ledger_index (
  agency        UUID NOT NULL,
  seq           BIGINT UNSIGNED NOT NULL,
  at            DATETIME(6) NOT NULL,
  as_actor      BOOLEAN NOT NULL,
  as_holder     BOOLEAN NOT NULL,
  as_recipient  BOOLEAN NOT NULL,
  action        VARCHAR(64) NOT NULL,
  emergency     BOOLEAN NOT NULL,
  case_id       UUID NULL,
  person_id     UUID NULL,
  professional  UUID NULL,
  CONSTRAINT pk_ledger_index PRIMARY KEY (agency, seq)
) CHARACTER SET ascii COLLATE ascii_bin;

CREATE INDEX ix_ledger_index_at ON ledger_index (agency, at, seq);
CREATE INDEX ix_ledger_index_case ON ledger_index (agency, case_id, seq);
CREATE INDEX ix_ledger_index_person ON ledger_index (agency, person_id, seq);
CREATE INDEX ix_ledger_index_professional ON ledger_index (agency, professional, seq);
CREATE INDEX ix_ledger_index_action ON ledger_index (agency, action, seq);
CREATE INDEX ix_ledger_index_emergency ON ledger_index (agency, emergency, seq);

-- Which entries speak of an item. Derived from the entry.
CREATE TABLE ledger_item (
  item     UUID NOT NULL,
  seq      BIGINT UNSIGNED NOT NULL,
  version  INT NOT NULL,
  owner    UUID NOT NULL,
  CONSTRAINT pk_ledger_item PRIMARY KEY (item, seq, version)
);

-- Signed states of the tree. The frontier lets a sequencer go on without reading the whole tree; it is checked against the
-- signed root before it is believed.
CREATE TABLE ledger_checkpoint (
  tree_size    BIGINT UNSIGNED NOT NULL,
  root         BINARY(32) NOT NULL,
  frontier     VARBINARY(2048) NOT NULL,
  signed_note  TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  at           DATETIME(6) NOT NULL,
  fence        BIGINT UNSIGNED NOT NULL,
  CONSTRAINT pk_ledger_checkpoint PRIMARY KEY (tree_size)
) CHARACTER SET ascii COLLATE ascii_bin;

-- Who may sequence now. Each new holder gets a higher token; the one who lost the lease finds out before it writes.
CREATE TABLE sequencer_lease (
  name         VARCHAR(32) NOT NULL,
  holder       UUID NOT NULL,
  token        BIGINT UNSIGNED NOT NULL,
  valid_until  DATETIME(6) NOT NULL,
  CONSTRAINT pk_sequencer_lease PRIMARY KEY (name)
) CHARACTER SET ascii COLLATE ascii_bin;

INSERT INTO sequencer_lease (name, holder, token, valid_until)
VALUES ('ledger', '00000000-0000-0000-0000-000000000000', 0, '1970-01-01 00:00:00');
