-- Whether somebody is known elsewhere is asked of these. A record is sealed, and random to whoever has not the key.
CREATE TABLE linkage_record (
  item_id UUID NOT NULL,
  case_id UUID NOT NULL,
  owner UUID NOT NULL,
  sealed VARBINARY(512) NOT NULL,
  sealed_places VARBINARY(640) NOT NULL,
  CONSTRAINT pk_linkage_record PRIMARY KEY (item_id),
  CONSTRAINT fk_linkage_record_item FOREIGN KEY (item_id) REFERENCES item (id),
  INDEX ix_linkage_record_case (case_id, owner)
);

-- Keyed tokens of compounds. Which are of one person is sealed; the random place keeps the order of writing out of the rows.
CREATE TABLE linkage_token (
  token BIGINT NOT NULL,
  place BIGINT NOT NULL,
  sealed VARBINARY(64) NOT NULL,
  CONSTRAINT pk_linkage_token PRIMARY KEY (token, place)
);
