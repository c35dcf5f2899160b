-- Which files an agency has imported, by their hash, so that the same file twice is told. Nothing of the file is kept.
CREATE TABLE imported_file (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  sha256 BINARY(32) NOT NULL,
  cases INT NOT NULL,
  imported_by UUID NOT NULL,
  imported_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_imported_file PRIMARY KEY (id),
  CONSTRAINT uq_imported_file_agency_sha256 UNIQUE (agency, sha256),
  CONSTRAINT ck_imported_file_cases CHECK (cases > 0)
);
