package nl.samenzicht.domain.advice;

/** Where a doubt points. None of them is a conclusion about a person. */
public enum Direction {
    /** Too little was said to point anywhere. */
    NOTHING_YET,
    /** There are signals; what lies behind them is not known. */
    SIGNALS,
    /** Somebody may be exploited; whether there were means is not known. It may be an abuse at work, and may be trafficking. */
    EXPLOITATION,
    /** It may be trafficking in human beings, 273f Sr. */
    TRAFFICKING,
    /** It may be trafficking of a minor, for which no means are needed. */
    TRAFFICKING_OF_A_MINOR,
    /** It may be smuggling, 197a Sr; who is smuggled can be exploited too. */
    SMUGGLING
}
