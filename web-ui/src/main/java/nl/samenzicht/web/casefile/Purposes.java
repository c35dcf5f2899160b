package nl.samenzicht.web.casefile;

import com.vaadin.flow.router.Location;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.Purpose;

/** Which purpose a page begins with: the one in its address, else the usual one of the function. */
public final class Purposes {
    /** The parameter of an address that names the purpose. */
    public static final String PARAMETER = "purpose";

    private Purposes() {}

    /** The purpose that the address names when it is one of the asker's own; empty otherwise. */
    public static Optional<Purpose> named(Location location, Set<Purpose> possible) {
        return location.getQueryParameters()
                .getSingleParameter(PARAMETER)
                .flatMap(code -> possible.stream()
                        .filter(purpose -> purpose.code().equals(code))
                        .findFirst());
    }

    /** The purpose that the function works for most; empty when it can work for none. */
    public static Optional<Purpose> usual(Function function, Set<Purpose> possible) {
        var usual = switch (function) {
            case DETECTIVE -> Purpose.INVESTIGATION;
            case CASE_DIRECTOR -> Purpose.CASE_CONFERENCE;
            case REGISTRAR -> Purpose.PLACEMENT;
            default -> Purpose.SUPPORT;
        };
        return Optional.of(usual)
                .filter(possible::contains)
                .or(() -> possible.stream().sorted().findFirst());
    }
}
