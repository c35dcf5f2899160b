package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.Regime;
import org.jspecify.annotations.Nullable;

/**
 * One act as it goes on record, in the fields of NEN 7513 and IHE BALP.
 *
 * <p>Everything but {@link #detail} is a code or an opaque number, which the privacy officers of the agencies concerned
 * can filter on. What people typed goes into {@code detail}, and is sealed.
 *
 * @param at when, UTC; kept to the microsecond
 * @param action code of the business verb
 * @param purpose code of the purpose that was chosen; none for acts without one, such as signing in
 * @param emergency whether the emergency procedure (break-glass) was in use
 * @param category code of the data category
 * @param regime the law that the data falls under
 * @param items the item versions that were read, written or disclosed
 * @param holders the agencies whose data was concerned; their privacy officers see this entry
 * @param recipients to whom something was disclosed or made available
 * @param ground code of the legal ground
 * @param rulebook version of the rulebook that decided
 * @param rules the determining rules
 * @param reasonTrue why it was refused
 * @param reasonTold what the person was told, where that differs or was told at all
 * @param maskedFields keys of the fields that were withheld or masked
 * @param detail what people typed: a search text, a reason; sealed with a key of this entry alone
 */
public record LedgerEvent(
        Instant at,
        String action,
        Outcome outcome,
        LifeCycle lifeCycle,
        Actor actor,
        @Nullable String purpose,
        boolean emergency,
        @Nullable UUID caseId,
        @Nullable UUID personId,
        @Nullable String category,
        @Nullable Regime regime,
        List<ItemRef> items,
        Set<AgencyId> holders,
        List<Recipient> recipients,
        @Nullable String ground,
        @Nullable UUID consentId,
        @Nullable UUID shareId,
        @Nullable String rulebook,
        List<String> rules,
        @Nullable String reasonTrue,
        @Nullable String reasonTold,
        List<String> maskedFields,
        @Nullable String detail) {

    /** Longer texts are cut here, and end in an ellipsis. */
    public static final int DETAIL_LENGTH = 4_000;

    public LedgerEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(outcome, "outcome");
        requireNonNull(lifeCycle, "life cycle");
        requireNonNull(actor, "actor");
        at = at.truncatedTo(ChronoUnit.MICROS);
        Codes.check("action", action);
        Codes.check("purpose", purpose);
        Codes.check("category", category);
        Codes.check("ground", ground);
        Codes.check("rulebook version", rulebook);
        Codes.check("reason", reasonTrue);
        Codes.check("told reason", reasonTold);
        rules.forEach(rule -> Codes.check("rule", rule));
        maskedFields.forEach(field -> Codes.check("field", field));
        items = List.copyOf(items);
        holders = Set.copyOf(holders);
        recipients = List.copyOf(recipients);
        rules = List.copyOf(rules);
        maskedFields = List.copyOf(maskedFields);
        if (detail != null && detail.length() > DETAIL_LENGTH) {
            detail = detail.substring(0, DETAIL_LENGTH - 1) + "…";
        }
    }

    /** Begins an event; the outcome is RECORDED and the life cycle EXECUTE until said otherwise. */
    public static Builder of(Instant at, String action, Actor actor) {
        return new Builder(at, action, actor);
    }

    /** What was typed with the act, when there was anything. */
    public Optional<String> typed() {
        return Optional.ofNullable(detail);
    }

    LedgerEvent withDetail(@Nullable String opened) {
        return new LedgerEvent(
                at,
                action,
                outcome,
                lifeCycle,
                actor,
                purpose,
                emergency,
                caseId,
                personId,
                category,
                regime,
                items,
                holders,
                recipients,
                ground,
                consentId,
                shareId,
                rulebook,
                rules,
                reasonTrue,
                reasonTold,
                maskedFields,
                opened);
    }

    /** Collects the fields of an event; what is not said stays empty. */
    public static final class Builder {
        private final Instant at;
        private final String action;
        private final Actor actor;
        private Outcome outcome = Outcome.RECORDED;
        private LifeCycle lifeCycle = LifeCycle.EXECUTE;
        private @Nullable String purpose;
        private boolean emergency;
        private @Nullable UUID caseId;
        private @Nullable UUID personId;
        private @Nullable String category;
        private @Nullable Regime regime;
        private final List<ItemRef> items = new ArrayList<>();
        private final Set<AgencyId> holders = new LinkedHashSet<>();
        private final List<Recipient> recipients = new ArrayList<>();
        private @Nullable String ground;
        private @Nullable UUID consentId;
        private @Nullable UUID shareId;
        private @Nullable String rulebook;
        private final List<String> rules = new ArrayList<>();
        private @Nullable String reasonTrue;
        private @Nullable String reasonTold;
        private final List<String> maskedFields = new ArrayList<>();
        private @Nullable String detail;

        private Builder(Instant at, String action, Actor actor) {
            this.at = at;
            this.action = action;
            this.actor = actor;
        }

        public Builder outcome(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        public Builder lifeCycle(LifeCycle lifeCycle) {
            this.lifeCycle = lifeCycle;
            return this;
        }

        public Builder purpose(@Nullable String purpose) {
            this.purpose = purpose;
            return this;
        }

        public Builder emergency(boolean emergency) {
            this.emergency = emergency;
            return this;
        }

        public Builder caseId(@Nullable UUID caseId) {
            this.caseId = caseId;
            return this;
        }

        public Builder personId(@Nullable UUID personId) {
            this.personId = personId;
            return this;
        }

        public Builder category(@Nullable String category) {
            this.category = category;
            return this;
        }

        public Builder regime(@Nullable Regime regime) {
            this.regime = regime;
            return this;
        }

        /** Adds an item; its owner becomes a holder as well. */
        public Builder item(ItemRef item) {
            items.add(item);
            holders.add(item.owner());
            return this;
        }

        /** Adds items; their owners become holders as well. */
        public Builder items(Collection<ItemRef> added) {
            added.forEach(this::item);
            return this;
        }

        public Builder holder(AgencyId holder) {
            holders.add(holder);
            return this;
        }

        public Builder holders(Collection<AgencyId> added) {
            holders.addAll(added);
            return this;
        }

        public Builder recipient(Recipient recipient) {
            recipients.add(recipient);
            return this;
        }

        public Builder ground(@Nullable String ground) {
            this.ground = ground;
            return this;
        }

        public Builder consentId(@Nullable UUID consentId) {
            this.consentId = consentId;
            return this;
        }

        public Builder shareId(@Nullable UUID shareId) {
            this.shareId = shareId;
            return this;
        }

        public Builder rulebook(@Nullable String version) {
            this.rulebook = version;
            return this;
        }

        public Builder rules(Collection<String> determining) {
            rules.addAll(determining);
            return this;
        }

        /** Why it was refused, and what the person was told; the second may be less. */
        public Builder reason(@Nullable String trueReason, @Nullable String toldReason) {
            this.reasonTrue = trueReason;
            this.reasonTold = toldReason;
            return this;
        }

        public Builder maskedFields(Collection<String> fields) {
            maskedFields.addAll(fields);
            return this;
        }

        public Builder detail(@Nullable String typed) {
            this.detail = typed;
            return this;
        }

        public LedgerEvent build() {
            return new LedgerEvent(
                    at,
                    action,
                    outcome,
                    lifeCycle,
                    actor,
                    purpose,
                    emergency,
                    caseId,
                    personId,
                    category,
                    regime,
                    items,
                    holders,
                    recipients,
                    ground,
                    consentId,
                    shareId,
                    rulebook,
                    rules,
                    reasonTrue,
                    reasonTold,
                    maskedFields,
                    detail);
        }
    }
}
