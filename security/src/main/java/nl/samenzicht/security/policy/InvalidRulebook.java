package nl.samenzicht.security.policy;

import java.util.List;

/** A file is no rulebook; says of every mistake in which row and column it is. */
public final class InvalidRulebook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    InvalidRulebook(List<String> mistakes) {
        super("The rulebook has %d mistakes:%n%s".formatted(mistakes.size(), String.join("\n", mistakes)));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Returns every mistake with its row and column, in the order of the file. */
    public List<String> mistakes() {
        return mistakes;
    }
}
