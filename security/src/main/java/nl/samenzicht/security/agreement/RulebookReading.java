package nl.samenzicht.security.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.rulebook.PublishedRulebook;

/**
 * The rulebook as a professional reads it.
 *
 * @param rules the rules in force, to be asked what somebody may do
 * @param inForce the version in force
 * @param coming a newer version that waits for signatures or for its day
 * @param agencyType where the reader works
 * @param function the function the reader works under
 * @param maySign whether the reader may sign for their agency
 * @param mayAdvise whether the reader may advise
 * @param entry the line in the log of this look
 */
public record RulebookReading(
        RulesInWords rules,
        Version inForce,
        Optional<Version> coming,
        AgencyType agencyType,
        Function function,
        boolean maySign,
        boolean mayAdvise,
        EntryCode entry) {

    /**
     * One version, and who is bound by it.
     *
     * @param signed the agencies that signed, the first one first
     * @param unsigned the agencies that take part and did not sign
     * @param signedByUs whether the reader's agency signed
     */
    public record Version(
            PublishedRulebook rulebook,
            List<Signed> signed,
            List<AgencyCard> unsigned,
            List<Advised> advice,
            boolean signedByUs) {
        public Version {
            signed = List.copyOf(signed);
            unsigned = List.copyOf(unsigned);
            advice = List.copyOf(advice);
        }
    }

    /** That an agency signed. */
    public record Signed(AgencyCard agency, String by, Instant at, EntryCode entry) {}

    /** What somebody advised. */
    public record Advised(AgencyCard agency, String by, Instant at, String words) {}
}
