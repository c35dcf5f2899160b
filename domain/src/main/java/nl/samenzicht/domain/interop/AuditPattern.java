package nl.samenzicht.domain.interop;

import static nl.samenzicht.domain.interop.Fhir.TERMINOLOGY;
import static nl.samenzicht.domain.interop.Fhir.coding;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.policy.Action;
import org.jspecify.annotations.Nullable;

/**
 * What kind of event a line is to an audit repository: the type by DICOM, and where IHE BALP has a pattern its subtype.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE Basic Audit Log Patterns</a>
 */
enum AuditPattern {
    /** BALP, privacy disclosure at the source. */
    DISCLOSED("110106", "Export", iso("disclose", "Disclose Record Lifecycle Event")),
    /** BALP, privacy disclosure as recorded by the recipient. */
    RECEIVED("110107", "Import", iso("disclose", "Disclose Record Lifecycle Event")),
    /** BALP, consent authorisation decision; stands beside the event of the act itself. */
    CONSENT_DECISION(
            "110113",
            "Security Alert",
            coding(
                    "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType",
                    "AuthZ-Consent",
                    "Authorization Decision using Roles and Consent")),
    EMERGENCY("110113", "Security Alert", dicom("110127", "Emergency Override Started")),
    PEOPLE("110113", "Security Alert", dicom("110137", "User security Attributes Changed")),
    RULES("110113", "Security Alert", dicom("110129", "Security Configuration")),
    SIGN_IN("110114", "User Authentication", dicom("110122", "Login")),
    SIGN_OUT("110114", "User Authentication", dicom("110123", "Logout")),
    LOG_USED("110101", "Audit Log Used", null),
    QUERY("110112", "Query", null),
    RECORD("110110", "Patient Record", null),
    OTHER("110100", "Application Activity", null);

    private static final Set<String> PEOPLES = Set.of(
            Action.MANAGE_PROFESSIONAL.name(),
            Action.CONFIRM_MANAGER.name(),
            Action.INVITE_AGENCY.name(),
            "SET_PASSWORD",
            "SET_SECOND_FACTOR");
    private static final Set<String> RULING =
            Set.of(Action.SIGN_RULEBOOK.name(), Action.ADVISE_RULEBOOK.name(), "PUBLISH_RULEBOOK");
    private static final Set<String> LOGS = Set.of(
            Action.VIEW_LOG.name(), Action.VIEW_OWN_LOG.name(), Action.EXPORT_LOG.name(), Action.VERIFY_LOG.name());
    private static final Set<String> QUERIES = Set.of(
            Action.SEARCH.name(),
            Action.ASK_ELSEWHERE.name(),
            Action.LIST_CASES.name(),
            Action.LIST_SIGNALS.name(),
            Action.COUNT.name());

    private final JsonObject type;
    private final @Nullable JsonObject subtype;

    AuditPattern(String code, String display, @Nullable JsonObject subtype) {
        type = dicom(code, display);
        this.subtype = subtype;
    }

    /** The pattern of the act that a line records. */
    static AuditPattern of(LogLine line) {
        var action = line.event().action();
        var disclosing = DisclosureSide.of(line);
        if (disclosing != DisclosureSide.NOT) {
            return disclosing == DisclosureSide.AT_SOURCE ? DISCLOSED : RECEIVED;
        }
        if (action.equals(Action.BREAK_GLASS.name())) {
            return EMERGENCY;
        }
        if (action.equals("SIGN_IN")) {
            return SIGN_IN;
        }
        if (action.equals("SIGN_OUT") || action.equals("END_SESSION")) {
            return SIGN_OUT;
        }
        if (PEOPLES.contains(action)) {
            return PEOPLE;
        }
        if (RULING.contains(action)) {
            return RULES;
        }
        if (LOGS.contains(action)) {
            return LOG_USED;
        }
        if (QUERIES.contains(action)) {
            return QUERY;
        }
        return line.event().caseId() == null ? OTHER : RECORD;
    }

    JsonObject type() {
        return type;
    }

    /** What the pattern says, or for a record what became of it. */
    Optional<JsonObject> subtype(LifeCycle lifeCycle) {
        return this == RECORD ? became(lifeCycle) : Optional.ofNullable(subtype);
    }

    private static Optional<JsonObject> became(LifeCycle lifeCycle) {
        return switch (lifeCycle) {
            case CREATE -> Optional.of(iso("originate", "Originate/Retain Record Lifecycle Event"));
            case READ -> Optional.of(iso("access", "Access/View Record Lifecycle Event"));
            case UPDATE -> Optional.of(iso("amend", "Amend (Update) Record Lifecycle Event"));
            case DELETE -> Optional.of(iso("destroy", "Destroy/Delete Record Lifecycle Event"));
            case EXECUTE -> Optional.empty();
        };
    }

    static JsonObject dicom(String code, String display) {
        return coding("http://dicom.nema.org/resources/ontology/DCM", code, display);
    }

    private static JsonObject iso(String code, String display) {
        return coding(TERMINOLOGY + "iso-21089-lifecycle", code, display);
    }
}
