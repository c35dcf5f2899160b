package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.ledger.LedgerTiles;
import nl.samenzicht.security.ledger.WitnessStanding;
import nl.samenzicht.security.ledger.Witnesses;

/**
 * Exports the log of the officer's agency for who wants to check it without us. The request is admitted and on record
 * first; what became of it is put on record after it. It may take long, and runs in no transaction.
 */
@ApplicationScoped
public class LogBundles {
    private final OfficerService officers;
    private final LedgerTiles tiles;
    private final Witnesses witnesses;
    private final ExportOutcomes outcomes;
    private final CurrentProfessional subject;

    /** For CDI, which needs it to make a proxy. */
    protected LogBundles() {
        this(null, null, null, null, null);
    }

    @Inject
    public LogBundles(
            OfficerService officers,
            LedgerTiles tiles,
            Witnesses witnesses,
            ExportOutcomes outcomes,
            CurrentProfessional subject) {
        this.officers = officers;
        this.tiles = tiles;
        this.witnesses = witnesses;
        this.outcomes = outcomes;
        this.subject = subject;
    }

    /**
     * The public keys of the log and of its witnesses, one on a line, for who checks them; they are no secret and no look at
     * the log.
     */
    public String keys() {
        return Stream.concat(tiles.keys().stream(), witnesses.keys().stream())
                .map(key -> key.written() + "\n")
                .collect(Collectors.joining());
    }

    /** How each witness stands towards the log; what it says holds no line of it. */
    public List<WitnessStanding> witnesses() {
        return witnesses.standings();
    }

    /** Admits the export of a bundle. */
    public LogExport export() {
        var admitted = officers.admitBundle();
        return new LogExport(
                outcomes.fileName("zip"),
                "application/zip",
                admitted.request(),
                outcomes.recorded(subject.current(), "bundle", out -> {
                    var manifest = admitted.bundle().writeTo(out);
                    return "lines=%d; readable=%d".formatted(manifest.lines(), manifest.readable());
                }));
    }
}
