package nl.samenzicht.security.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;

/**
 * Which lines of the log are asked for; what is empty does not limit. All limits hold together.
 *
 * @param agency the agency that acted
 * @param from the first moment that counts
 * @param until the first moment that does not count any more (half-open)
 */
public record LogFilter(
        Optional<EntryCode> code,
        Optional<UUID> person,
        Optional<UUID> caseId,
        Optional<UUID> item,
        Optional<AgencyId> agency,
        Optional<ProfessionalId> professional,
        Optional<String> function,
        Optional<String> purpose,
        Optional<String> category,
        Optional<String> action,
        Optional<Outcome> outcome,
        Optional<Boolean> emergency,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** Everything. */
    public static LogFilter all() {
        return new Builder().build();
    }

    /** Begins a filter that limits nothing yet. */
    public static Builder where() {
        return new Builder();
    }

    /** Begins a filter like this one, to limit it further or otherwise. */
    public Builder but() {
        var builder = new Builder();
        builder.code = code;
        builder.person = person;
        builder.caseId = caseId;
        builder.item = item;
        builder.agency = agency;
        builder.professional = professional;
        builder.function = function;
        builder.purpose = purpose;
        builder.category = category;
        builder.action = action;
        builder.outcome = outcome;
        builder.emergency = emergency;
        builder.from = from;
        builder.until = until;
        return builder;
    }

    /** Collects limits; null takes a limit away. */
    public static final class Builder {
        private Optional<EntryCode> code = Optional.empty();
        private Optional<UUID> person = Optional.empty();
        private Optional<UUID> caseId = Optional.empty();
        private Optional<UUID> item = Optional.empty();
        private Optional<AgencyId> agency = Optional.empty();
        private Optional<ProfessionalId> professional = Optional.empty();
        private Optional<String> function = Optional.empty();
        private Optional<String> purpose = Optional.empty();
        private Optional<String> category = Optional.empty();
        private Optional<String> action = Optional.empty();
        private Optional<Outcome> outcome = Optional.empty();
        private Optional<Boolean> emergency = Optional.empty();
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> until = Optional.empty();

        private Builder() {}

        public Builder code(EntryCode value) {
            code = Optional.ofNullable(value);
            return this;
        }

        public Builder person(UUID value) {
            person = Optional.ofNullable(value);
            return this;
        }

        public Builder caseId(UUID value) {
            caseId = Optional.ofNullable(value);
            return this;
        }

        public Builder item(UUID value) {
            item = Optional.ofNullable(value);
            return this;
        }

        public Builder agency(AgencyId value) {
            agency = Optional.ofNullable(value);
            return this;
        }

        public Builder professional(ProfessionalId value) {
            professional = Optional.ofNullable(value);
            return this;
        }

        public Builder function(String value) {
            function = Optional.ofNullable(value);
            return this;
        }

        public Builder purpose(String value) {
            purpose = Optional.ofNullable(value);
            return this;
        }

        public Builder category(String value) {
            category = Optional.ofNullable(value);
            return this;
        }

        public Builder action(String value) {
            action = Optional.ofNullable(value);
            return this;
        }

        public Builder outcome(Outcome value) {
            outcome = Optional.ofNullable(value);
            return this;
        }

        public Builder emergency(Boolean value) {
            emergency = Optional.ofNullable(value);
            return this;
        }

        public Builder from(Instant value) {
            from = Optional.ofNullable(value);
            return this;
        }

        public Builder until(Instant value) {
            until = Optional.ofNullable(value);
            return this;
        }

        public LogFilter build() {
            return new LogFilter(
                    code,
                    person,
                    caseId,
                    item,
                    agency,
                    professional,
                    function,
                    purpose,
                    category,
                    action,
                    outcome,
                    emergency,
                    from,
                    until);
        }
    }
}
