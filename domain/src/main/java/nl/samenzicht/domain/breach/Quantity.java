package nl.samenzicht.domain.breach;

/** A number that is known exactly, or roughly: from one to another. */
public record Quantity(int atLeast, int atMost) {
    public Quantity {
        if (atLeast < 0 || atMost < atLeast) {
            throw new IllegalArgumentException("No quantity goes from '%d' to '%d'".formatted(atLeast, atMost));
        }
    }

    /** Exactly this many. */
    public static Quantity exactly(int number) {
        return new Quantity(number, number);
    }

    /** Whether it is known exactly. */
    public boolean isExact() {
        return atLeast == atMost;
    }
}
