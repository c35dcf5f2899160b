package nl.samenzicht.domain.breach;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What is known of a breach, in the fields of AVG 33(3). What is not known yet is empty, and a later version has it.
 *
 * @param from when it happened, or began
 * @param until when it ended; empty while it goes on or was one moment
 * @param persons how many persons it touches
 * @param records how many records of data it touches
 * @param what what happened
 * @param consequences what is likely to come of it for the persons
 * @param measures what was done and will be done about it
 * @param contact where the authority can ask more
 */
public record Account(
        Set<Nature> natures,
        Instant from,
        Optional<Instant> until,
        Set<DataCategory> categories,
        Optional<Quantity> persons,
        Optional<Quantity> records,
        String what,
        String consequences,
        String measures,
        String contact) {
    public Account {
        natures = Set.copyOf(natures);
        categories = Set.copyOf(categories);
    }

    /** Whether it has all that a notification in full asks (AVG 33(3)). */
    public boolean isComplete() {
        return !categories.isEmpty()
                && persons.isPresent()
                && records.isPresent()
                && !consequences.isBlank()
                && !measures.isBlank()
                && !contact.isBlank();
    }
}
