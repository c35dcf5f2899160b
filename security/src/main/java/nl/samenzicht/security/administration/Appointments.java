package nl.samenzicht.security.administration;

import java.util.Arrays;
import java.util.List;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;

/** Which functions there are at which kind of agency. The rulebook gives a function nothing where it does not belong. */
final class Appointments {
    private Appointments() {}

    /** Returns the functions that can be held at an agency of this type, in their usual order. */
    static List<Function> at(AgencyType type) {
        return Arrays.stream(Function.values())
                .filter(function -> belongs(function, type))
                .toList();
    }

    static boolean belongs(Function function, AgencyType type) {
        return switch (function) {
            case CARE_COORDINATOR, ATTENTION_OFFICER -> type == AgencyType.MUNICIPALITY;
            case POLICY_ADVISER -> type != AgencyType.PLATFORM;
            case CARE_WORKER -> type == AgencyType.CARE_PROVIDER;
            case YOUTH_WORKER -> type == AgencyType.YOUTH_CARE;
            case DETECTIVE -> type == AgencyType.POLICE || type == AgencyType.PROSECUTION;
            case CASE_DIRECTOR -> type == AgencyType.SAFETY_HOUSE;
            case REPORTER -> type == AgencyType.SIGNALLER;
            case REGISTRAR -> type == AgencyType.COMENSHA;
            case PRIVACY_OFFICER, DATA_PROTECTION_OFFICER, SIGNATORY -> type != AgencyType.PLATFORM;
            case MANAGER -> true;
            case PLATFORM_ADMINISTRATOR -> type == AgencyType.PLATFORM;
        };
    }
}
