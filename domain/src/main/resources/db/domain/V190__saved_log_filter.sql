-- A set of filters on the log that an officer keeps. Its name and what it limits to are sealed: both may speak of a person.
CREATE TABLE saved_log_filter (
  id UUID NOT NULL,
  agency UUID NOT NULL,
  owner UUID NOT NULL,
  sealed VARBINARY(4096) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  version INT NOT NULL,
  mac VARBINARY(64) NOT NULL,
  CONSTRAINT pk_saved_log_filter PRIMARY KEY (id),
  INDEX ix_saved_log_filter_owner (agency, owner)
);
