package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import nl.samenzicht.security.directory.AgencyId;

/**
 * An entry as it stands in the log of one agency, without what was typed.
 *
 * @param number the number of the row, by which pages go on
 * @param position the place in the tree, counted from 1; empty while it waits to be sealed
 * @param actor whether the agency's own people did it
 * @param holder whether the agency's own data was concerned
 * @param recipient whether the agency received something by it
 */
public record LoggedEntry(
        long number,
        EntryId id,
        EntryCode code,
        OptionalLong position,
        LedgerEvent event,
        boolean actor,
        boolean holder,
        boolean recipient) {
    public LoggedEntry {
        requireNonNull(id, "id");
        requireNonNull(code, "code");
        requireNonNull(event, "event");
    }

    /** The line of a row in the log of an agency. */
    static LoggedEntry of(long number, EntryRow row, OptionalLong position, AgencyId agency) {
        var event = row.event();
        return new LoggedEntry(
                number,
                new EntryId(row.id()),
                new EntryCode(row.code()),
                position,
                event,
                agency.equals(event.actor().agency()),
                event.holders().contains(agency),
                event.recipients().stream().anyMatch(to -> to.agency().equals(agency)));
    }

    /** Where the next page goes on when this was the last line. */
    public LogPosition place() {
        return new LogPosition(event.at(), number);
    }

    /** The same entry with another view of what happened. */
    public LoggedEntry with(LedgerEvent seen) {
        return new LoggedEntry(number, id, code, position, seen, actor, holder, recipient);
    }
}
