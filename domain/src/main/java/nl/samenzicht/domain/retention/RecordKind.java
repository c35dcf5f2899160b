package nl.samenzicht.domain.retention;

import java.util.Optional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Regime;

/** What an item is to the agency that answers for it, as the laws on keeping records tell records apart. */
public enum RecordKind {
    /** Wmo-dossier, of a municipality or of who gives support under the Wmo 2015. */
    WMO_FILE,
    /** Jeugdhulpdossier. */
    YOUTH_FILE,
    /** Medisch dossier. */
    MEDICAL_FILE,
    /** Police data of the daily task (Wpg 8): what is not about one investigation. */
    POLICE_DAILY,
    /** Police data of one investigation (Wpg 9). */
    POLICE_INVESTIGATION,
    /** What was made for a case of a WGS partnership. */
    WGS_CASE,
    /** What was made for a case under a covenant, by an agency without a law of its own for it. */
    COVENANT_CASE,
    /** A signal that was found to have no ground. */
    UNFOUNDED_SIGNAL,
    /** What lies in a case and was withdrawn from use because the person asked for it. */
    ERASED_ON_REQUEST;

    /**
     * Tells what an item is to its controller.
     *
     * @param framework the cooperation framework of its case; empty for a signal that is no case
     * @param endSet whether somebody set the end of it by itself
     * @return empty where no law or covenant that we know says how long it is kept
     */
    static Optional<RecordKind> of(
            AgencyType controller,
            Regime regime,
            DataCategory category,
            Optional<Framework> framework,
            boolean endSet) {
        if (endSet) {
            return Optional.of(framework.isPresent() ? ERASED_ON_REQUEST : UNFOUNDED_SIGNAL);
        }
        if (regime == Regime.WPG) {
            return Optional.of(framework.isPresent() ? POLICE_INVESTIGATION : POLICE_DAILY);
        }
        return switch (controller) {
            case MUNICIPALITY -> Optional.of(WMO_FILE);
            case CARE_PROVIDER -> Optional.of(category == DataCategory.HEALTH ? MEDICAL_FILE : WMO_FILE);
            case HEALTH_SERVICE -> Optional.of(MEDICAL_FILE);
            case YOUTH_CARE -> Optional.of(YOUTH_FILE);
            default -> framework.flatMap(RecordKind::madeFor);
        };
    }

    private static Optional<RecordKind> madeFor(Framework framework) {
        return switch (framework) {
            case WGS_ZVH -> Optional.of(WGS_CASE);
            case CONVENANT -> Optional.of(COVENANT_CASE);
            default -> Optional.empty();
        };
    }
}
