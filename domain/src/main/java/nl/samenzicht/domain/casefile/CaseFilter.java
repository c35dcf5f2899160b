package nl.samenzicht.domain.casefile;

import java.util.Optional;
import nl.samenzicht.security.policy.Framework;

/**
 * What a list of cases is narrowed to.
 *
 * @param text part of a number or code name; at most 60 characters
 */
public record CaseFilter(
        Optional<CaseStatus> status, boolean onlyWhereWeLead, Optional<Framework> framework, Optional<String> text) {

    public CaseFilter {
        text = text.map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.length() > 60 ? part.substring(0, 60) : part);
    }

    /** All cases. */
    static CaseFilter everything() {
        return new CaseFilter(Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** Open cases, whoever leads them. */
    public static CaseFilter open() {
        return new CaseFilter(Optional.of(CaseStatus.OPEN), false, Optional.empty(), Optional.empty());
    }
}
