package nl.samenzicht.domain.report;

/** When a field may be in a report. */
public enum ReportLevel {
    /** Always, also without a ground: a code out of a short list that many people share. */
    OPEN,
    /** Only with a ground. */
    GROUND,
    /** Only with a ground, and where the rulebook lets this reporter name people. */
    IDENTITY,
    /** Only with consent for the risk assessment. */
    SAFETY,
    /** Only with consent for health; care needs, never a diagnosis. */
    CARE
}
