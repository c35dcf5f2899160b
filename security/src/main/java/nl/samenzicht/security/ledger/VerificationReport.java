package nl.samenzicht.security.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the verifier found.
 *
 * @param findings what is wrong, at most {@link LedgerVerifier#MAX_FINDINGS}; empty when the ledger is whole
 * @param omitted how many further findings there are
 * @param entries how many lines were read and checked
 * @param sealed how many places there are in the tree
 * @param removed how many of those lines went after their term, as the log says itself; their hashes were checked
 * @param checkpoints how many signed states in the database were checked
 * @param outside how many signed states in files outside the database were checked
 * @param upTo when the newest line that was checked was written
 * @param restores the lines that say that a backup was put back; what was written between that backup and then is gone
 */
public record VerificationReport(
        List<Finding> findings,
        long omitted,
        long entries,
        long sealed,
        long removed,
        long checkpoints,
        long outside,
        Instant at,
        Optional<Instant> upTo,
        List<EntryCode> restores) {
    public VerificationReport {
        findings = List.copyOf(findings);
        restores = List.copyOf(restores);
    }

    /** The same report with what else was found, in other tables. */
    public VerificationReport with(List<Finding> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        int kept = Math.min(all.size(), LedgerVerifier.MAX_FINDINGS);
        return new VerificationReport(
                all.subList(0, kept),
                omitted + all.size() - kept,
                entries,
                sealed,
                removed,
                checkpoints,
                outside,
                at,
                upTo,
                restores);
    }

    /** Whether nothing is wrong. */
    public boolean whole() {
        return findings.isEmpty();
    }
}
