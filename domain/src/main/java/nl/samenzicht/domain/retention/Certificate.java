package nl.samenzicht.domain.retention;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.retention.RetentionOverview.Counted;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * Says what was destroyed, on what basis and by whom. Holds nothing of a person: cases by number, items by kind and count.
 *
 * @param terms the version of the terms under which it was due
 * @param digest SHA-256 over the list of items, in hexadecimal, by which the list can be told again
 * @param line the line of the log that says the same
 */
public record Certificate(
        UUID id,
        String agency,
        DestructionBasis basis,
        int terms,
        List<String> numbers,
        List<Counted> counts,
        String proposedBy,
        Instant proposedAt,
        String approvedBy,
        Instant approvedAt,
        Instant destroyedAt,
        String digest,
        EntryCode line) {

    static Certificate of(
            Destruction destruction, ProposedItems list, Directory directory, Function<CaseFileId, String> number) {
        return new Certificate(
                destruction.id(),
                directory.agency(destruction.agency()).name(),
                destruction.basis(),
                destruction.terms(),
                list.dossiers().stream().map(number).sorted().toList(),
                list.counted(),
                directory.professional(destruction.proposedBy()).displayName(),
                destruction.proposedAt(),
                directory.professional(destruction.decidedBy().orElseThrow()).displayName(),
                destruction.decidedAt().orElseThrow(),
                destruction.destroyedAt().orElseThrow(),
                HexFormat.of().formatHex(list.digest()),
                destruction.certificate().orElseThrow());
    }
}
