package nl.samenzicht.domain.indicator;

/** The six dimensions in which the ILO and the European Commission order their indicators (Delphi survey, 2009). */
public enum Dimension {
    /** Misleiding bij de werving. */
    DR,
    /** Dwang bij de werving. */
    CR,
    /** Misbruik van kwetsbaarheid bij de werving. */
    VR,
    /** Uitbuiting, the purpose. */
    EX,
    /** Dwang tijdens de uitbuiting. */
    CD,
    /** Misbruik van kwetsbaarheid tijdens de uitbuiting. */
    VD;

    /** Whether it speaks of means: deception, force or abuse of vulnerability. */
    public boolean isMeans() {
        return this != EX && this != CD;
    }
}
