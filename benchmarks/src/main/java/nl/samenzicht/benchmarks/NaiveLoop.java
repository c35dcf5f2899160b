package nl.samenzicht.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.policy.AuthzWorkload;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Effect;
import nl.samenzicht.security.policy.Emergency;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.security.policy.Rulebook;

/**
 * Decides by a plain loop over all rules with sets of strings, and collects every rule that matches.
 *
 * <p>What one would write in an afternoon, and fast enough for many; a rule on a purpose holds the set of
 * its whole subtree.
 */
final class NaiveLoop {

    /** One request as text. */
    record Request(
            String agency,
            String role,
            String purpose,
            String category,
            String action,
            String ground,
            String consent,
            String participation,
            long from,
            long until,
            long now,
            boolean emergency) {

        static Request of(AuthzWorkload.Row row) {
            return new Request(
                    row.text("agency"),
                    row.text("role"),
                    row.text("purpose"),
                    row.text("category"),
                    row.text("action"),
                    row.text("legalBasis"),
                    row.text("consent"),
                    row.text("participation"),
                    Long.parseLong(row.text("partFrom")),
                    Long.parseLong(row.text("partUntil")),
                    Long.parseLong(row.text("now")),
                    Boolean.parseBoolean(row.text("breakGlass")));
        }
    }

    /** The outcome with every rule that determined it. */
    record Answer(boolean permitted, List<String> rules) {}

    private record Row(
            String id,
            boolean denies,
            Set<String> agencies,
            Set<String> roles,
            Set<String> purposes,
            Set<String> categories,
            Set<String> actions,
            Set<String> grounds,
            Set<String> consents,
            Set<String> participations,
            boolean withinWindow,
            Optional<Boolean> emergency) {}

    private final List<Row> rows = new ArrayList<>();

    NaiveLoop(Rulebook rulebook) {
        for (var rule : rulebook.rules()) {
            var purposes = new java.util.HashSet<String>();
            rule.purposes()
                    .forEach(purpose ->
                            purposes.addAll(rulebook.vocabulary().purposes().subtree(purpose)));
            rows.add(new Row(
                    rule.id(),
                    rule.effect() == Effect.DENY,
                    terms(rule, Dimension.AGENCY_TYPE),
                    terms(rule, Dimension.FUNCTION),
                    purposes.isEmpty() ? null : purposes,
                    terms(rule, Dimension.CATEGORY),
                    terms(rule, Dimension.ACTION),
                    terms(rule, Dimension.GROUND),
                    terms(rule, Dimension.CONSENT),
                    terms(rule, Dimension.PARTICIPATION),
                    rule.withinWindow(),
                    rule.emergency() == Emergency.ANY
                            ? Optional.empty()
                            : Optional.of(rule.emergency() == Emergency.TRUE)));
        }
    }

    private static Set<String> terms(Rule rule, Dimension dimension) {
        return rule.terms(dimension).<Set<String>>map(java.util.HashSet::new).orElse(null);
    }

    Answer decide(Request request) {
        var permits = new ArrayList<String>();
        var denies = new ArrayList<String>();
        for (var row : rows) {
            if (matches(row, request)) {
                (row.denies() ? denies : permits).add(row.id());
            }
        }
        return denies.isEmpty() ? new Answer(!permits.isEmpty(), permits) : new Answer(false, denies);
    }

    private static boolean matches(Row row, Request request) {
        return accepts(row.agencies(), request.agency())
                && accepts(row.roles(), request.role())
                && accepts(row.purposes(), request.purpose())
                && accepts(row.categories(), request.category())
                && accepts(row.actions(), request.action())
                && accepts(row.grounds(), request.ground())
                && accepts(row.consents(), request.consent())
                && accepts(row.participations(), request.participation())
                && (!row.withinWindow() || (request.from() <= request.now() && request.now() < request.until()))
                && (row.emergency().isEmpty() || row.emergency().get() == request.emergency());
    }

    private static boolean accepts(Set<String> accepted, String value) {
        return accepted == null || accepted.contains(value);
    }
}
