package nl.samenzicht.security.directory;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an agency is in the field against human trafficking; the rulebook speaks of agencies by this type.
 * The code is the field's own Dutch abbreviation and is what rules and exports carry.
 */
public enum AgencyType {
    /** A municipality, with its care coordinator and attention officer. */
    MUNICIPALITY("GEM"),
    /** Care and shelter. */
    CARE_PROVIDER("ZRG"),
    /** Youth care and protection: certified institutions, Veilig Thuis, the child protection board. */
    YOUTH_CARE("JGD"),
    /** Police, Koninklijke Marechaussee and the Labour Authority. */
    POLICE("POL"),
    /** The public prosecution service. */
    PROSECUTION("OM"),
    /** A Zorg- en Veiligheidshuis, where a case may be a WGS case. */
    SAFETY_HOUSE("ZVH"),
    /** CoMensha: national registration and placement. */
    COMENSHA("COM"),
    /** The immigration and naturalisation service. */
    IMMIGRATION("IND"),
    /** Reception of asylum seekers. */
    RECEPTION("COA"),
    /** Guardianship of unaccompanied minors. */
    GUARDIANSHIP("NID"),
    /** Public health service. */
    HEALTH_SERVICE("GGD"),
    /** Meets people and sends signals: a school, a general practice, an inspector of housing. */
    SIGNALLER("SGN"),
    /** The national rapporteur, who receives anonymous figures only. */
    NATIONAL_RAPPORTEUR("NR"),
    /** The organisation that runs this platform; sees no case. */
    PLATFORM("PLT");

    private final String code;

    AgencyType(String code) {
        this.code = code;
    }

    /** Returns the Dutch abbreviation, such as {@code GEM}. */
    public String code() {
        return code;
    }

    /** Returns the type with this code, or nothing when there is none. */
    public static Optional<AgencyType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
