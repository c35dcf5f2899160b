package nl.samenzicht.domain.breach;

import java.util.EnumSet;
import java.util.Set;
import nl.samenzicht.security.policy.Regime;

/** On which ground persons are not informed of a breach. Only what the law names is a ground. */
public enum SilenceGround {
    /** There is no high risk. */
    NO_HIGH_RISK("AVG 34(1)", "LED 31(1)"),
    /** The data cannot be read by who got them, for instance because they are encrypted. */
    UNREADABLE("AVG 34(3)(a)", "LED 31(3)(a)"),
    /** Measures after it make that the high risk will not come about any more. */
    AVERTED("AVG 34(3)(b)", "LED 31(3)(b)"),
    /** It would ask disproportionate effort; they are told publicly instead. */
    PUBLIC_INSTEAD("AVG 34(3)(c)", "LED 31(3)(c)"),
    /** Safety of the person or others, or the detection of criminal offences, asks for it. */
    RESTRICTED("UAVG 41(1)", "LED 31(5)");

    private final String ofAvg;
    private final String ofPolice;

    SilenceGround(String ofAvg, String ofPolice) {
        this.ofAvg = ofAvg;
        this.ofPolice = ofPolice;
    }

    /** The article that names it. */
    public String article(Regime regime) {
        return regime == Regime.WPG ? ofPolice : ofAvg;
    }

    /** The grounds that can be used with a risk: with a high one, only the exceptions. */
    public static Set<SilenceGround> with(Risk risk) {
        return risk == Risk.HIGH ? EnumSet.complementOf(EnumSet.of(NO_HIGH_RISK)) : EnumSet.of(NO_HIGH_RISK);
    }
}
