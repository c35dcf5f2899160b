package nl.samenzicht.domain.oversight;

/** A number that a rule holds the log against. Its value, and where that comes from, stand in a {@link ThresholdSet}. */
public enum Threshold {
    /** The hour in Amsterdam, on working days, from which looking is usual. */
    HOURS_FROM(0, 12),
    /** The hour in Amsterdam, on working days, from which looking is no longer usual. */
    HOURS_UNTIL(12, 24),
    /** How many looks outside these hours on one day are told. */
    OUTSIDE_LEAST(1, 100),
    /** More cases than this on one day are told, whatever is usual. */
    VOLUME_DAY(5, 1_000),
    /** More than so many times one's own median is told. */
    VOLUME_TIMES_OWN(2, 20),
    /** More than so many times the median of colleagues in the same function is told. */
    VOLUME_TIMES_PEERS(2, 20),
    /** Fewer cases than this on one day are never much. */
    VOLUME_LEAST(2, 200),
    /** How many days of work a median of somebody's own needs. */
    HISTORY_LEAST(3, 20),
    /** How many colleagues a median of theirs needs. */
    PEERS_LEAST(2, 20),
    /** How many searches on one day without opening anything are told. */
    SEARCH_LEAST(2, 100),
    /** How many minutes somebody has to open what they searched for. */
    SEARCH_MINUTES(5, 240),
    /** How many attempts on one day at a case in which one's agency takes no part are told. */
    UNASSIGNED_LEAST(1, 20),
    /** How many refusals in a while are told. */
    REFUSALS_LEAST(2, 100),
    /** How long this while is, in minutes. */
    REFUSALS_MINUTES(5, 1_440),
    /** How many questions to others in a week must there be before their answers are counted. */
    QUESTIONS_LEAST(3, 100),
    /** From which part of these, in percent, answers of one kind are told. */
    QUESTIONS_PERCENT(50, 100),
    /** How many times emergency access within an hour, at the whole agency, is told. */
    EMERGENCIES_LEAST(2, 50),
    /** How many accesses of a month are drawn to be judged. */
    SAMPLE_SIZE(5, 200);

    private final int least;
    private final int most;

    Threshold(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The lowest value that may be set. */
    public int least() {
        return least;
    }

    /** The highest value that may be set; no rule can be put out of work by a number. */
    public int most() {
        return most;
    }

    /** Whether this value may be set. */
    boolean allows(int value) {
        return value >= least && value <= most;
    }
}
