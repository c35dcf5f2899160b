package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.policy.Condition;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.ParticipationState;

/**
 * Turns the policy's answer to 'which ones?' into one SQL predicate over {@code case_file c}.
 *
 * <p>Every list starts from the asker's own active participations, so that the index on (agency, until) drives it; the rest
 * of the condition narrows. A dimension that a case cannot have is false, never unknown.
 */
final class CaseCondition {

    private final AccessGrant grant;
    private final List<Parameter> parameters = new ArrayList<>();
    private final String sql;

    /** A value to bind, in order. */
    record Parameter(Object value) {}

    private CaseCondition(AccessGrant grant, CaseFilter filter) {
        this.grant = grant;
        var parts = new ArrayList<String>();
        parts.add(translate(grant.condition()));
        filter.status().ifPresent(status -> parts.add("c.status = " + bind(status.name())));
        filter.framework().ifPresent(framework -> parts.add("c.framework = " + bind(framework.name())));
        if (filter.onlyWhereWeLead()) {
            parts.add("c.lead_agency = " + bind(grant.who().agency().value().toString()));
        }
        filter.text().ifPresent(text -> {
            var like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            parts.add("(c.number like " + bind(like) + " or c.code_name like " + bind(like) + ")");
        });
        this.sql = String.join(" and ", parts);
    }

    static CaseCondition of(AccessGrant grant, CaseFilter filter) {
        return new CaseCondition(grant, filter);
    }

    String sql() {
        return sql;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    private String bind(Object value) {
        parameters.add(new Parameter(value));
        return "?";
    }

    private String translate(Condition condition) {
        if (condition instanceof Condition.True) {
            return "1 = 1";
        } else if (condition instanceof Condition.False) {
            return "1 = 0";
        } else if (condition instanceof Condition.And and) {
            return and.parts().stream().map(this::translate).collect(Collectors.joining(" and ", "(", ")"));
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().map(this::translate).collect(Collectors.joining(" or ", "(", ")"));
        } else if (condition instanceof Condition.Not not) {
            return "not " + translate(not.part());
        } else if (condition instanceof Condition.In in) {
            return in(in.dimension(), in.terms());
        } else if (condition instanceof Condition.HasFlag flag) {
            return flag(flag.flag());
        } else if (condition instanceof Condition.WindowOpen open) {
            return participating(open.now());
        }
        throw new IllegalStateException("No SQL for condition '%s'".formatted(condition));
    }

    private String in(Dimension dimension, Set<String> terms) {
        return switch (dimension) {
            case PARTICIPATION -> participation(terms);
            case FRAMEWORK ->
                terms.isEmpty()
                        ? "1 = 0"
                        : new TreeSet<>(terms)
                                .stream().map(this::bind).collect(Collectors.joining(",", "c.framework in (", ")"));
            default ->
                throw new IllegalStateException("A list of cases cannot be narrowed on '%s'".formatted(dimension));
        };
    }

    private String participation(Set<String> terms) {
        var parts = new ArrayList<String>();
        if (terms.contains(ParticipationState.ACTIVE.name())) {
            parts.add(participating(grant.at()));
        }
        if (terms.contains(ParticipationState.ENDED.name())) {
            parts.add("(" + hasParticipation("") + " and not " + participating(grant.at()) + ")");
        }
        if (terms.contains(ParticipationState.NONE.name())) {
            parts.add("not " + hasParticipation(""));
        }
        return parts.isEmpty() ? "1 = 0" : "(" + String.join(" or ", parts) + ")";
    }

    private String participating(Instant at) {
        return hasParticipation(" and p.valid_from <= " + "'%s'".formatted(InstantConverter.column(at))
                + " and p.valid_until > " + "'%s'".formatted(InstantConverter.column(at)));
    }

    private String hasParticipation(String more) {
        return "c.id in (select p.case_id from participation p where p.agency = "
                + id(grant.who().agency().value()) + " and (p.professional is null or p.professional = "
                + id(grant.who().professional().value()) + ")" + more + ")";
    }

    /** Ids and instants are written out: they come from our own types and cannot hold anything else. */
    private static String id(UUID id) {
        return "'" + id + "'";
    }

    private String flag(Flag flag) {
        return switch (flag) {
            case CONFLICT_OF_INTEREST ->
                "exists (select 1 from conflict_of_interest x where x.case_id = c.id and x.professional = "
                        + id(grant.who().professional().value()) + ")";
            case CASE_CLOSED -> "c.status = 'CLOSED'";
            case FRAMEWORK_ENDED ->
                "(c.framework_until is not null and c.framework_until <= '%s')"
                        .formatted(InstantConverter.column(grant.at()));
            default -> "1 = 0";
        };
    }
}
