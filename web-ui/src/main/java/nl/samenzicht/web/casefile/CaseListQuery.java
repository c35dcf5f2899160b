package nl.samenzicht.web.casefile;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFilter;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;

/** What a list of cases was narrowed to, as it stands in the address. What cannot be read counts as not chosen. */
record CaseListQuery(
        Purpose purpose, Status status, boolean onlyWhereWeLead, Optional<Framework> framework, String text) {

    private static final int LONGEST_TEXT = 60;

    /** Which cases by how they stand. */
    enum Status {
        OPEN,
        CLOSED,
        ALL
    }

    static CaseListQuery of(Location location, Purpose purpose) {
        var parameters = location.getQueryParameters();
        return new CaseListQuery(
                purpose,
                code(parameters, "status", Status.values()).orElse(Status.OPEN),
                parameters.getSingleParameter("lead").filter("1"::equals).isPresent(),
                code(parameters, "framework", Framework.values()).filter(each -> each != Framework.NONE),
                parameters
                        .getSingleParameter("text")
                        .map(String::strip)
                        .map(text -> text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text)
                        .orElse(""));
    }

    private static <E extends Enum<E>> Optional<E> code(QueryParameters parameters, String name, E[] codes) {
        return parameters
                .getSingleParameter(name)
                .flatMap(typed -> Arrays.stream(codes)
                        .filter(code -> code.name().equals(typed))
                        .findFirst());
    }

    CaseListQuery withPurpose(Purpose other) {
        return new CaseListQuery(other, status, onlyWhereWeLead, framework, text);
    }

    CaseListQuery withStatus(Status other) {
        return new CaseListQuery(purpose, other, onlyWhereWeLead, framework, text);
    }

    CaseListQuery withOnlyWhereWeLead(boolean only) {
        return new CaseListQuery(purpose, status, only, framework, text);
    }

    CaseListQuery withFramework(Framework other) {
        return new CaseListQuery(purpose, status, onlyWhereWeLead, Optional.ofNullable(other), text);
    }

    CaseListQuery withText(String other) {
        return new CaseListQuery(purpose, status, onlyWhereWeLead, framework, other == null ? "" : other.strip());
    }

    boolean isNarrowed() {
        return status != Status.ALL || onlyWhereWeLead || framework.isPresent() || !text.isEmpty();
    }

    CaseFilter filter() {
        return new CaseFilter(
                status == Status.ALL ? Optional.empty() : Optional.of(CaseStatus.valueOf(status.name())),
                onlyWhereWeLead,
                framework,
                Optional.of(text));
    }

    /** The address of this list; what is not chosen is left out. */
    String address() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(Purposes.PARAMETER, purpose.code());
        if (status != Status.OPEN) {
            parameters.put("status", status.name());
        }
        if (onlyWhereWeLead) {
            parameters.put("lead", "1");
        }
        framework.ifPresent(each -> parameters.put("framework", each.name()));
        if (!text.isEmpty()) {
            parameters.put("text", text);
        }
        return CaseFileNavigation.list() + "?"
                + QueryParameters.simple(parameters).getQueryString();
    }
}
