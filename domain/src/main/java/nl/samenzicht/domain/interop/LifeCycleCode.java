package nl.samenzicht.domain.interop;

import java.util.Optional;
import nl.samenzicht.domain.officer.LogLine;

/**
 * What became of the data, in the numbers that DICOM and NEN 7513 share (ParticipantObjectDataLifeCycle).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3881#section-5.5.3">RFC 3881, section 5.5.3</a>
 */
record LifeCycleCode(String code, String display) {

    /** Empty for an act that neither makes, reads, changes, deletes nor discloses. */
    static Optional<LifeCycleCode> of(LogLine line) {
        return switch (DisclosureSide.of(line)) {
            case AT_SOURCE -> code("11", "Disclosure");
            case AT_RECIPIENT -> code("12", "Receipt of disclosure");
            case NOT ->
                switch (line.event().lifeCycle()) {
                    case CREATE -> code("1", "Origination / Creation");
                    case READ -> code("6", "Access / Use");
                    case UPDATE -> code("3", "Amendment");
                    case DELETE -> code("14", "Logical deletion");
                    case EXECUTE -> Optional.empty();
                };
        };
    }

    private static Optional<LifeCycleCode> code(String code, String display) {
        return Optional.of(new LifeCycleCode(code, display));
    }
}
