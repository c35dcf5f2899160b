package nl.samenzicht.witness;

/** What was shown is not cosigned. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal, String why) {
        super(why);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
