package nl.samenzicht.domain.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.policy.Regime;
import org.jspecify.annotations.Nullable;

/** What a person can ask about data that are kept about them. */
public enum SubjectRight {
    /** Inzage: which data, and who has seen them. */
    ACCESS("AVG 15", "Wpg 25", Effect.NONE),
    /** Rectificatie. */
    RECTIFICATION("AVG 16", "Wpg 28", Effect.CORRECTED),
    /** Wissing. */
    ERASURE("AVG 17", "Wpg 28", Effect.WITHDRAWN_FROM_USE),
    /** Beperking van de verwerking. */
    RESTRICTION("AVG 18", "Wpg 28", Effect.RESTRICTED),
    /** Overdraagbaarheid. */
    PORTABILITY("AVG 20", null, Effect.NONE),
    /** Bezwaar; what is granted is only kept from then on. */
    OBJECTION("AVG 21", null, Effect.RESTRICTED),
    /** Menselijke tussenkomst bij een geautomatiseerd besluit. */
    HUMAN_DECISION("AVG 22", null, Effect.NONE);

    /** What becomes of the data when it is granted. */
    public enum Effect {
        /** Nothing: the answer is all. */
        NONE,
        /** They are corrected by who recorded them. */
        CORRECTED,
        /** They are used by nobody any more, and wait to be destroyed. */
        WITHDRAWN_FROM_USE,
        /** They are only kept. */
        RESTRICTED
    }

    private final String ofAvg;
    private final @Nullable String ofWpg;
    private final Effect effect;

    SubjectRight(String ofAvg, @Nullable String ofWpg, Effect effect) {
        this.ofAvg = ofAvg;
        this.ofWpg = ofWpg;
        this.effect = effect;
    }

    /** The article that gives it; empty where this law does not. */
    public Optional<String> article(Regime regime) {
        return Optional.ofNullable(regime == Regime.WPG ? ofWpg : ofAvg);
    }

    /** The rights under a law. */
    public static List<SubjectRight> under(Regime regime) {
        return Arrays.stream(values())
                .filter(right -> right.article(regime).isPresent())
                .toList();
    }

    /** What becomes of the data when it is granted. */
    public Effect effect() {
        return effect;
    }
}
