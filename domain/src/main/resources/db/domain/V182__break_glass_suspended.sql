-- Whether somebody's own use of break-glass waits for a review is asked with each case that is opened.
CREATE INDEX ix_break_glass_professional ON break_glass (professional);
