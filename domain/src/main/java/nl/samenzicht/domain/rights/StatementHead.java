package nl.samenzicht.domain.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Regime;

/**
 * What a statement says of itself. It names the request and never the person, so that a lost copy does not tell about whom it
 * is.
 *
 * @param number of the request
 * @param agency the agency that answers; others answer for themselves
 * @param made when it was made, UTC
 * @param categories what was asked about
 * @param from the first day, in Amsterdam; empty for all
 * @param until the last day; empty for all until it was made
 * @param goneBefore of the days before this one the log was removed after its term, as far as they were asked about
 * @param withheld categories of which it says nothing
 * @param ground why; present where something is withheld
 * @param staff whether it names who of the agencies looked
 */
public record StatementHead(
        String number,
        String agency,
        Regime regime,
        LocalDate receivedOn,
        Instant made,
        Set<DataCategory> categories,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<LocalDate> goneBefore,
        Set<DataCategory> withheld,
        Optional<WithholdingGround> ground,
        boolean staff) {
    public StatementHead {
        categories = Set.copyOf(categories);
        withheld = Set.copyOf(withheld);
    }
}
