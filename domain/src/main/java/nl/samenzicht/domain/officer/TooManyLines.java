package nl.samenzicht.domain.officer;

/** More lines were asked for as a file than go into one; a shorter period helps. */
public final class TooManyLines extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    TooManyLines(int limit) {
        super("More than %d lines do not go into one file: ask for a shorter period".formatted(limit));
        this.limit = limit;
    }

    /** How many lines go into one file. */
    public int limit() {
        return limit;
    }
}
