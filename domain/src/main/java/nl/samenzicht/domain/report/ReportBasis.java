package nl.samenzicht.domain.report;

/** What a report rests on; always chosen, never assumed. */
public enum ReportBasis {
    /** The duty of police, Koninklijke Marechaussee and Labour Authority (Bpg art. 4:2(1)(b)(3°)). */
    POLICE_DUTY,
    /** Consent as it stands in the register (AVG 6(1)(a), 9(2)(a)). */
    CONSENT,
    /** Another ground, written out. */
    OTHER_GROUND,
    /** None: then the report holds nothing that tells who it is about. */
    ANONYMOUS
}
