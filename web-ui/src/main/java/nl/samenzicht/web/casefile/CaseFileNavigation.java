package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.UI;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** The addresses of the pages of cases. They hold opaque numbers and codes only. */
public final class CaseFileNavigation {
    private CaseFileNavigation() {}

    /** The address of the list of cases. */
    public static String list() {
        return "cases";
    }

    /** The address of a case, for a purpose. */
    public static String to(CaseFileId caseFile, Purpose purpose) {
        return "cases/" + caseFile.value() + "?purpose=" + purpose.code();
    }

    /** The address of a case with one category open. */
    public static String to(CaseFileId caseFile, Purpose purpose, DataCategory category) {
        return to(caseFile, purpose) + "&open=" + category.code();
    }

    /** Goes there. */
    public static void go(String address) {
        UI.getCurrent()
                .navigate(
                        address.contains("?") ? address.substring(0, address.indexOf('?')) : address,
                        com.vaadin.flow.router.QueryParameters.fromString(
                                address.contains("?") ? address.substring(address.indexOf('?') + 1) : ""));
    }
}
