package nl.samenzicht.web.consent;

import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.Purpose;

/** The address of the consents of a case. It holds opaque numbers and codes only. */
public final class ConsentNavigation {
    private ConsentNavigation() {}

    /** Where the consents of a case are. */
    public static String to(CaseFileId caseFile, Purpose purpose) {
        return "cases/" + caseFile.value() + "/consents?purpose=" + purpose.code();
    }
}
