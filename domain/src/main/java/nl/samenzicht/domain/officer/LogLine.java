package nl.samenzicht.domain.officer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LoggedEntry;

/**
 * One line of the log with the names that belong to its numbers.
 *
 * @param who the name of the professional; empty for a job, for somebody unknown, and where the line may not say it
 * @param agency the agency that acted
 * @param caseName the case; empty when the agency never had to do with it, so that a refusal does not tell that it exists
 * @param signal the number of the signal, where the line is about one that the agency sent or had to decide on
 * @param recipients the agencies that received something by it
 */
public record LogLine(
        LoggedEntry entry,
        Optional<String> who,
        Optional<AgencyCard> agency,
        Optional<CaseName> caseName,
        Optional<String> signal,
        List<AgencyCard> recipients) {
    public LogLine {
        recipients = List.copyOf(recipients);
    }

    public EntryCode code() {
        return entry.code();
    }

    public Instant at() {
        return event().at();
    }

    public LedgerEvent event() {
        return entry.event();
    }

    /** The place in the tree, counted from 1; empty while the line waits to be sealed. */
    public OptionalLong position() {
        return entry.position();
    }

    public Optional<String> function() {
        return Optional.ofNullable(event().actor().function());
    }

    public Optional<String> job() {
        return Optional.ofNullable(event().actor().job());
    }

    public Optional<ProfessionalId> professional() {
        return Optional.ofNullable(event().actor().professional());
    }

    /** The person whom the case is about; empty when the case is. */
    public Optional<PersonId> person() {
        return caseName.flatMap(any -> Optional.ofNullable(event().personId())).map(PersonId::new);
    }

    public Optional<String> purpose() {
        return Optional.ofNullable(event().purpose());
    }

    public Optional<String> category() {
        return Optional.ofNullable(event().category());
    }

    /** The reason as far as this officer may know it. */
    public Optional<String> reason() {
        return Optional.ofNullable(event().reasonTrue());
    }
}
