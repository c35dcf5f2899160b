package nl.samenzicht.security.policy;

/** Cooperation framework of a case (samenwerkingskader); a case has exactly one. */
public enum Framework {
    /** One organisation. */
    ENKEL,
    /** Two organisations. */
    BILATERAAL,
    /** Under a covenant. */
    CONVENANT,
    /** A case of a Zorg- en Veiligheidshuis under the WGS. */
    WGS_ZVH,
    /** No case at hand. */
    NONE
}
