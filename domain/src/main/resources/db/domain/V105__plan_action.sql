-- When and by whom something is to be done; what it is lies sealed in the goal that it belongs to.
CREATE TABLE plan_action (
  id UUID NOT NULL,
  goal_id UUID NOT NULL,
  case_id UUID NOT NULL,
  owner UUID NOT NULL,
  assignee_agency UUID NOT NULL,
  assignee UUID NULL,
  due_on DATE NOT NULL,
  status VARCHAR(10) NOT NULL,
  done_at DATETIME(6) NULL,
  version BIGINT NOT NULL,
  CONSTRAINT pk_plan_action PRIMARY KEY (id),
  CONSTRAINT fk_plan_action_item FOREIGN KEY (goal_id) REFERENCES item (id),
  CONSTRAINT ck_plan_action_status CHECK (status IN ('OPEN', 'DONE', 'DROPPED')),
  INDEX ix_plan_action_assignee (assignee_agency, status, due_on)
);
