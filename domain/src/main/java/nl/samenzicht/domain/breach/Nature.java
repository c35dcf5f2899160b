package nl.samenzicht.domain.breach;

/** What a breach did to the security of data (AVG 4(12); EDPB Guidelines 9/2022, section I.B.2). */
public enum Nature {
    /** Vertrouwelijkheid: somebody could see what was not for them. */
    CONFIDENTIALITY,
    /** Integriteit: data were changed. */
    INTEGRITY,
    /** Beschikbaarheid: data were lost, or out of reach. */
    AVAILABILITY
}
