-- What keeps the items of one agency in one case or signal from being destroyed, through a last day; why is sealed.
CREATE TABLE legal_hold (
  id UUID NOT NULL,
  dossier UUID NOT NULL,
  agency UUID NOT NULL,
  reason VARCHAR(20) NOT NULL,
  sealed_why VARBINARY(4096) NOT NULL,
  last_day DATE NOT NULL,
  placed_by UUID NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  lift_asked_by UUID NULL,
  lifted_by UUID NULL,
  lifted_at DATETIME(6) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_legal_hold PRIMARY KEY (id),
  CONSTRAINT fk_legal_hold_dossier FOREIGN KEY (dossier) REFERENCES dossier (id),
  CONSTRAINT ck_legal_hold_reason CHECK (reason IN ('CRIMINAL_CASE', 'OBJECTION', 'OTHER_PROCEEDINGS')),
  CONSTRAINT ck_legal_hold_two_persons CHECK (lifted_by IS NULL OR (lift_asked_by IS NOT NULL AND lifted_by <> lift_asked_by)),
  INDEX ix_legal_hold_agency (agency, last_day, dossier)
);

-- Items that somebody proposed to destroy, and what came of it. The list of items is under the MAC by its digest.
CREATE TABLE destruction (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  basis VARCHAR(10) NOT NULL,
  state VARCHAR(10) NOT NULL,
  terms INT NOT NULL,
  items INT NOT NULL,
  digest BINARY(32) NOT NULL,
  sealed_why VARBINARY(4096) NULL,
  proposed_by UUID NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  decided_by UUID NULL,
  decided_at DATETIME(6) NULL,
  destroyed_at DATETIME(6) NULL,
  certificate VARCHAR(16) NULL,
  mac VARBINARY(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_destruction PRIMARY KEY (id),
  CONSTRAINT ck_destruction_basis CHECK (basis IN ('TERM', 'ERASURE')),
  CONSTRAINT ck_destruction_state CHECK (state IN ('PROPOSED', 'REFUSED', 'APPROVED', 'STOPPED', 'DESTROYED', 'CERTIFIED')),
  CONSTRAINT ck_destruction_two_persons
    CHECK (state NOT IN ('APPROVED', 'DESTROYED', 'CERTIFIED') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
  INDEX ix_destruction_agency (agency, state, proposed_at),
  INDEX ix_destruction_state (state)
);

CREATE TABLE destruction_item (
  destruction_id UUID NOT NULL,
  item_id UUID NOT NULL,
  dossier UUID NOT NULL,
  category VARCHAR(20) NOT NULL,
  record VARCHAR(20) NULL,
  due_on DATE NULL,
  CONSTRAINT pk_destruction_item PRIMARY KEY (destruction_id, item_id),
  CONSTRAINT fk_destruction_item_destruction FOREIGN KEY (destruction_id) REFERENCES destruction (id),
  CONSTRAINT fk_destruction_item_item FOREIGN KEY (item_id) REFERENCES item (id),
  INDEX ix_destruction_item_item (item_id)
);
