package nl.samenzicht.security.policy;

/** Kind of data in a case file; each is opened by itself. */
public enum DataCategory {
    /** Dossierkaart: number, code name, framework, status and parties; no content. */
    CASE_HEADER("KRT"),
    /** Identificatie. */
    IDENTITY("ID"),
    /** Burgerservicenummer. */
    BSN("BSN"),
    /** Contactgegevens. */
    CONTACT("CON"),
    /** Signaal en uitbuiting. */
    SIGNAL("SIG"),
    /** Situatie. */
    SITUATION("SIT"),
    /** Gezondheid. */
    HEALTH("GEZ"),
    /** Strafrechtelijke gegevens en politiegegevens. */
    CRIMINAL_JUSTICE("STR"),
    /** Financieel. */
    FINANCE("FIN"),
    /** Verblijfsstatus. */
    RESIDENCE("VBL"),
    /** Minderjarigen en gezin. */
    CHILDREN("KIN"),
    /** Geheime opvanglocatie. */
    SECRET_LOCATION("LOC"),
    /** Risicotaxatie en veiligheid. */
    RISK("VEI"),
    /** Derden en verdachten. */
    THIRD_PARTY("DER"),
    /** Ondersteuningsplan. */
    PLAN("PLN"),
    /** Logboek. */
    LOG("LOG"),
    /** Aantallen: figures without persons. */
    FIGURES("TEL"),
    /** Adresboek: agencies, the people who work there and their functions. */
    DIRECTORY("ADR"),
    /** Regelboek. */
    RULEBOOK("RGL");

    private final String code;

    DataCategory(String code) {
        this.code = code;
    }

    /** Returns the code that the rulebook and the field use, such as {@code GEZ}. */
    public String code() {
        return code;
    }

    /** Returns whether items of this category tell of the person in a case, as the first fourteen after the card do. */
    public boolean isContent() {
        return this != CASE_HEADER && this != LOG && this != FIGURES && this != DIRECTORY && this != RULEBOOK;
    }
}
