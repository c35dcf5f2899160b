-- The last days of terms that items of residence speak of, for lists and warnings. Which term it is lies sealed, bound to the
-- item and the day.
CREATE TABLE item_term (
  id UUID NOT NULL,
  item_id UUID NOT NULL,
  case_id UUID NOT NULL,
  owner UUID NOT NULL,
  last_day DATE NOT NULL,
  recorded_on DATE NOT NULL,
  what VARBINARY(128) NOT NULL,
  CONSTRAINT pk_item_term PRIMARY KEY (id),
  CONSTRAINT fk_item_term_item FOREIGN KEY (item_id) REFERENCES item (id),
  INDEX ix_item_term_item (item_id),
  INDEX ix_item_term_case (case_id),
  INDEX ix_item_term_last_day (last_day)
);

-- Which warnings were given; a row is added in the transaction that tells people, so that nobody is told twice.
CREATE TABLE item_term_warning (
  item_id UUID NOT NULL,
  last_day DATE NOT NULL,
  days SMALLINT NOT NULL,
  warned_at DATETIME(6) NOT NULL,
  CONSTRAINT pk_item_term_warning PRIMARY KEY (item_id, last_day, days),
  CONSTRAINT fk_item_term_warning_item FOREIGN KEY (item_id) REFERENCES item (id)
);
