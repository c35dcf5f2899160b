-- Accesses that were drawn to be judged. The same seed and period give the same lines.
CREATE TABLE oversight_sample (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  from_at DATETIME(6) NOT NULL,
  until_at DATETIME(6) NOT NULL,
  seed BIGINT NOT NULL,
  size INT NOT NULL,
  accesses INT NOT NULL,
  drawn TEXT NOT NULL,
  drawn_by UUID NOT NULL,
  drawn_at DATETIME(6) NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_oversight_sample PRIMARY KEY (id),
  CONSTRAINT uq_oversight_sample UNIQUE (agency, from_at)
);
