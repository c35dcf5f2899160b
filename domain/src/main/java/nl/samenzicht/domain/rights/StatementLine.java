package nl.samenzicht.domain.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.officer.DisclosureRegister.Manner;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerProofs.LineProof;

/**
 * One line of a statement: who saw or got what.
 *
 * @param receivers the agencies that did; none where it was only told that the person is known
 * @param function code of the function of who looked; empty where nobody looked
 * @param category code of the category
 * @param purpose code of the purpose
 * @param ground code of the ground; empty for what an agency recorded itself
 * @param items how many items
 * @param staff the name of who looked; empty unless it was decided to tell
 * @param proof that the line is in the log; empty for one that was sealed after the state of the statement
 */
public record StatementLine(
        EntryCode code,
        Instant at,
        Manner manner,
        List<AgencyCard> receivers,
        Optional<String> function,
        Optional<String> category,
        Optional<String> purpose,
        Optional<String> ground,
        boolean emergency,
        int items,
        Optional<String> staff,
        Optional<LineProof> proof) {
    public StatementLine {
        receivers = List.copyOf(receivers);
    }
}
