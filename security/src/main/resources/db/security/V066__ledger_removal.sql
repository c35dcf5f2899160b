-- Retention of the log itself. The oldest months go after their term: a prefix of the tree, and only what a row here covers.
-- The hashes, the tree and its signed states stay.
CREATE TABLE ledger_removal (
  id            UUID NOT NULL,
  starts        BIGINT UNSIGNED NOT NULL,
  below         BIGINT UNSIGNED NOT NULL,
  first_month   CHAR(7) NOT NULL,
  last_month    CHAR(7) NOT NULL,
  term_months   SMALLINT UNSIGNED NOT NULL,
  line          UUID NOT NULL,
  at            DATETIME(6) NOT NULL,
  mac           VARBINARY(64) NOT NULL,
  CONSTRAINT pk_ledger_removal PRIMARY KEY (id),
  CONSTRAINT uq_ledger_removal_below UNIQUE (below),
  CONSTRAINT uq_ledger_removal_line UNIQUE (line),
  CONSTRAINT ck_ledger_removal_range CHECK (starts < below),
  CONSTRAINT ck_ledger_removal_term CHECK (term_months >= 60)
) CHARACTER SET ascii COLLATE ascii_bin;

-- That all rows of a removal are gone, with the line that says so.
CREATE TABLE ledger_removal_end (
  removal  UUID NOT NULL,
  line     UUID NOT NULL,
  at       DATETIME(6) NOT NULL,
  mac      VARBINARY(64) NOT NULL,
  CONSTRAINT pk_ledger_removal_end PRIMARY KEY (removal)
) CHARACTER SET ascii COLLATE ascii_bin;
