package nl.samenzicht.domain.processing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import nl.samenzicht.domain.officer.LogFigures;
import nl.samenzicht.domain.retention.RetentionTerms;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Guard;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * The register of processing of an agency in Samenzicht (AVG 30(1); for police data Wpg 31d), and what a DPIA of it (AVG 35(7))
 * takes from the rules and the log. All of it is told from what decides and what happened.
 *
 * @param agency the controller
 * @param regime the law that its processing comes under
 * @param privacyOfficers names of who answers for privacy at the agency
 * @param supervisors names of the data protection officers (FG)
 * @param rulebook version of the rules in force, as it is cited
 * @param processings the processings, each with what happened under it
 * @param terms how long records are kept
 * @param guards what no rulebook can permit, in the order in which they are told
 * @param from the first moment of the year that is counted
 * @param at when this was told, and the last moment that is counted
 * @param figures counts of that year by table and code, of acts by the agency's own people
 * @param entry the line in the log of this look
 */
public record ProcessingRegister(
        AgencyCard agency,
        Regime regime,
        List<String> privacyOfficers,
        List<String> supervisors,
        String rulebook,
        List<Entry> processings,
        List<RetentionTerms.Term> terms,
        List<Guard> guards,
        Instant from,
        Instant at,
        Map<LogFigures.Table, SortedMap<String, Long>> figures,
        EntryCode entry) {
    public ProcessingRegister {
        privacyOfficers = List.copyOf(privacyOfficers);
        supervisors = List.copyOf(supervisors);
        processings = List.copyOf(processings);
        terms = List.copyOf(terms);
        guards = List.copyOf(guards);
        figures = Map.copyOf(figures);
    }

    /**
     * One processing with what the log has of it in the year.
     *
     * @param looks how often content was opened for it
     * @param received names of the agencies that were given something for it; they answer for it together with the giver where
     *     they decided on purposes and means together (AVG 26)
     */
    public record Entry(Processing processing, long looks, SortedSet<String> received) {
        /** What it is for. */
        public Purpose purpose() {
            return processing.purpose();
        }
    }
}
