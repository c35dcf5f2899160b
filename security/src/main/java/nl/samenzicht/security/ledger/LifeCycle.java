package nl.samenzicht.security.ledger;

/**
 * What an act does to data, in the five letters of NEN 7513 (EventActionCode) and FHIR AuditEvent.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-audit-event-action.html">FHIR R4, AuditEventAction</a>
 */
public enum LifeCycle {
    CREATE('C'),
    READ('R'),
    UPDATE('U'),
    DELETE('D'),
    EXECUTE('E');

    private final char code;

    LifeCycle(char code) {
        this.code = code;
    }

    /** The letter as the standards write it. */
    public char code() {
        return code;
    }

    static LifeCycle ofCode(char code) {
        for (var value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("'%s' is not one of C, R, U, D, E".formatted(code));
    }
}
