package nl.samenzicht.domain.indicator;

import java.util.Optional;

/** How much an indicator says, in the judgement of the experts of the Delphi survey. */
public enum Weight {
    STRONG("S"),
    MEDIUM("M"),
    WEAK("W");

    private final String code;

    Weight(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Weight> ofCode(String code) {
        for (var weight : values()) {
            if (weight.code.equals(code)) {
                return Optional.of(weight);
            }
        }
        return Optional.empty();
    }
}
