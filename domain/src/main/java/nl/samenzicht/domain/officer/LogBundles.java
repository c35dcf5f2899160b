package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerTiles;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.WitnessStanding;
import nl.samenzicht.security.ledger.Witnesses;
import nl.samenzicht.security.oversight.AgencyLog;

/**
 * Exports the log of the officer's agency for who wants to check it without us. The request is admitted and on record
 * first; what became of it is put on record after it. It may take long, and runs in no transaction.
 */
@ApplicationScoped
public class LogBundles {
    private final OfficerService officers;
    private final LedgerTiles tiles;
    private final Witnesses witnesses;
    private final ExportRecords records;
    private final CurrentProfessional subject;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected LogBundles() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public LogBundles(
            OfficerService officers,
            LedgerTiles tiles,
            Witnesses witnesses,
            ExportRecords records,
            CurrentProfessional subject,
            Clock clock) {
        this.officers = officers;
        this.tiles = tiles;
        this.witnesses = witnesses;
        this.records = records;
        this.subject = subject;
        this.clock = clock;
    }

    /**
     * A bundle that may be written once, now.
     *
     * @param name of the file, without anything that says whose it is
     * @param request the line that records that it was asked for
     */
    public record Export(String name, EntryCode request, Content content) {}

    /** The bytes of a bundle, made while they are written. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
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

    /** Admits the export. */
    public Export export() {
        var who = subject.current();
        var admitted = officers.admitBundle();
        var moment = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        return new Export(
                "samenzicht-log-" + moment + ".zip", admitted.request(), out -> write(admitted.bundle(), who, out));
    }

    private void write(AgencyLog.Bundle bundle, ActingProfessional who, OutputStream out) throws IOException {
        boolean done = false;
        var outcome = "bundle; broken off";
        try {
            var manifest = bundle.writeTo(out);
            outcome = "bundle; lines=%d; readable=%d".formatted(manifest.lines(), manifest.readable());
            done = true;
        } finally {
            records.add(who, done ? Outcome.RECORDED : Outcome.FAILED, outcome);
        }
    }
}
