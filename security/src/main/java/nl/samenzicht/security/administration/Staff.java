package nl.samenzicht.security.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The people of one agency.
 *
 * @param offered the functions that there are at an agency of this type
 * @param mayManage whether the one who asks may change anything here, or only see
 * @param managers how many managers can act now
 * @param entry the line in the log of this look
 */
public record Staff(
        AgencyCard agency,
        List<Person> people,
        List<WaitingReset> resets,
        List<Function> offered,
        boolean mayManage,
        long managers,
        EntryCode entry) {
    public Staff {
        people = List.copyOf(people);
        resets = List.copyOf(resets);
        offered = List.copyOf(offered);
    }

    /** How somebody stands. */
    public enum State {
        /** Has not chosen a password yet. */
        INVITED,
        /** Can sign in. */
        ACTIVE,
        /** Does not work here any more. */
        ENDED
    }

    /**
     * Somebody who works or worked at the agency.
     *
     * @param userName the work address; only managers get it
     * @param self whether it is the one who asks
     */
    public record Person(
            ProfessionalId id,
            String name,
            Optional<String> userName,
            State state,
            Instant since,
            Optional<Instant> until,
            List<Held> functions,
            boolean self) {
        public Person {
            functions = List.copyOf(functions);
        }
    }

    /**
     * A function that somebody holds or that waits for a second person.
     *
     * @param proposedBy the name of who proposed it
     * @param mayDecide whether the one who asks may agree or decline
     * @param mayWithdraw whether the one who asks may take it back
     */
    public record Held(
            UUID holding,
            Function function,
            boolean waiting,
            Optional<String> proposedBy,
            boolean mayDecide,
            boolean mayWithdraw) {}

    /** A new password that waits for a second person. */
    public record WaitingReset(UUID link, String name, String begunBy, Instant at, boolean mayApprove) {}
}
