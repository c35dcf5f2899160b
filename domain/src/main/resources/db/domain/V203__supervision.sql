-- What the data protection officer says about lines of the log, and their report on each quarter (AVG 38, 39). The words
-- are sealed. Each row is one version; rows are added and never changed, and two who write at once have one number.
CREATE TABLE supervision_comment (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  line CHAR(7) NOT NULL,
  serial INT NOT NULL,
  sealed_words BLOB NOT NULL,
  written_by UUID NOT NULL,
  written_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_supervision_comment PRIMARY KEY (id),
  CONSTRAINT uq_supervision_comment UNIQUE (agency, line, serial),
  INDEX ix_supervision_comment_agency (agency, written_at)
);

CREATE TABLE supervision_report (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  in_year INT NOT NULL,
  in_quarter INT NOT NULL,
  serial INT NOT NULL,
  sealed_content MEDIUMBLOB NOT NULL,
  written_by UUID NOT NULL,
  written_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_supervision_report PRIMARY KEY (id),
  CONSTRAINT uq_supervision_report UNIQUE (agency, in_year, in_quarter, serial),
  CONSTRAINT ck_supervision_report_quarter CHECK (in_quarter BETWEEN 1 AND 4)
);
