package nl.samenzicht.domain.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import nl.samenzicht.domain.officer.AdmittedLines;
import nl.samenzicht.domain.officer.ExportOutcomes;
import nl.samenzicht.domain.officer.LogExport;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.keys.PersonSeals;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerTiles;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.policy.Regime;

/**
 * Takes the officer's side of the log out in the formats of others. The request is admitted and on record first, with the
 * format and the filter; how many lines left is put on record after it. It may take long, and runs in no transaction.
 */
@ApplicationScoped
public class LogExports {
    private final OfficerService officers;
    private final ExportOutcomes outcomes;
    private final LedgerTiles tiles;
    private final PersonSeals seals;
    private final AuditLedger ledger;

    /** For CDI, which needs it to make a proxy. */
    protected LogExports() {
        this(null, null, null, null, null);
    }

    @Inject
    public LogExports(
            OfficerService officers,
            ExportOutcomes outcomes,
            LedgerTiles tiles,
            PersonSeals seals,
            AuditLedger ledger) {
        this.officers = officers;
        this.outcomes = outcomes;
        this.tiles = tiles;
        this.seals = seals;
        this.ledger = ledger;
    }

    /**
     * Admits an export.
     *
     * @throws nl.samenzicht.security.access.AccessDenied for who may not take the log out
     */
    public LogExport export(LogFormat format, LogQuestion question) {
        var admitted = officers.admitLines(question, format.name());
        var who = admitted.who();
        var holder = new KeyHolder(who.agency(), Regime.of(who.agencyType()));
        var origin = new ExportOrigin(tiles.keys().get(0).name(), who.agency(), seals.fresh(holder));
        var written = outcomes.recorded(
                who, "format=" + format, out -> "lines=" + write(admitted, format.lines(origin), out));
        return new LogExport(outcomes.fileName(format.extension()), format.mediaType(), admitted.request(), written);
    }

    private long write(AdmittedLines admitted, LogLines format, OutputStream out) throws IOException {
        out.write(format.heading().getBytes(UTF_8));
        long count = 0;
        Optional<LogPosition> after = Optional.empty();
        var way = ledger.givingWay();
        do {
            var part = officers.part(admitted, after);
            for (var line : part.lines()) {
                out.write(format.written(line).getBytes(UTF_8));
                count++;
            }
            after = part.next();
            if (after.isPresent()) {
                way.betweenParts();
            }
        } while (after.isPresent());
        return count;
    }
}
