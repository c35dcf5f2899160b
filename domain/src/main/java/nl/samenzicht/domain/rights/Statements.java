package nl.samenzicht.domain.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import nl.samenzicht.domain.officer.Disclosing;
import nl.samenzicht.domain.officer.DisclosureRegister.Manner;
import nl.samenzicht.domain.officer.ExportOutcomes;
import nl.samenzicht.domain.officer.LogExport;
import nl.samenzicht.security.ledger.LedgerProofs;
import nl.samenzicht.security.ledger.LedgerProofs.Proving;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.policy.DataCategory;

/**
 * Answers the person's question who has seen their data, and why (AVG 15(1)(c)): each line with the proof that it is in the
 * log. The request is admitted and on record first; what became of it is put on record after it. It may take long, is never
 * held in memory, and runs in no transaction.
 */
@ApplicationScoped
public class Statements {
    private final RightsService rights;
    private final LedgerProofs proofs;
    private final ExportOutcomes outcomes;

    /** For CDI, which needs it to make a proxy. */
    protected Statements() {
        this(null, null, null);
    }

    @Inject
    public Statements(RightsService rights, LedgerProofs proofs, ExportOutcomes outcomes) {
        this.rights = rights;
        this.proofs = proofs;
        this.outcomes = outcomes;
    }

    /**
     * Admits a statement, to be written once, now.
     *
     * @param number of a request for access that was granted, as a whole or in part
     * @param staff whether it names who of the agencies looked; by default it does not
     * @param format how it is written to a stream
     * @throws nl.samenzicht.domain.casefile.NotPossible when there is no such request
     */
    public LogExport.Content of(String number, boolean staff, Function<OutputStream, StatementFormat> format) {
        var admitted = rights.admitStatement(number, staff);
        return outcomes.recorded(
                admitted.who(), "statement=" + number, out -> "lines=" + write(admitted, format.apply(out)));
    }

    private long write(AdmittedStatement admitted, StatementFormat format) throws IOException {
        var writing = new Writing(admitted, format);
        try (var proving = proofs.begin()) {
            writing.all(proving);
            return writing.lines;
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static final class Writing {
        private final AdmittedStatement admitted;
        private final StatementFormat format;
        private long lines;

        private Writing(AdmittedStatement admitted, StatementFormat format) {
            this.admitted = admitted;
            this.format = format;
        }

        private void all(Proving proving) throws IOException {
            format.begin(admitted.head(), proving.checkpoint(), proving.keys());
            for (var filter : admitted.filters()) {
                admitted.log()
                        .forEach(
                                filter,
                                entry -> Disclosing.manner(entry.event())
                                        .filter(manner -> isAsked(entry))
                                        .ifPresent(manner -> add(line(entry, manner, proving))));
            }
            format.end(lines);
        }

        /** Whether a line is of a category that was asked about and is not withheld; one without a category says of none. */
        private boolean isAsked(LoggedEntry entry) {
            return Optional.ofNullable(entry.event().category())
                    .map(DataCategory::valueOf)
                    .filter(each -> admitted.head().categories().contains(each)
                            && !admitted.head().withheld().contains(each))
                    .isPresent();
        }

        private void add(StatementLine line) {
            try {
                format.line(line);
                lines++;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private StatementLine line(LoggedEntry entry, Manner manner, Proving proving) {
            var event = entry.event();
            boolean looked = manner == Manner.VIEWED;
            return new StatementLine(
                    entry.code(),
                    event.at(),
                    manner,
                    Disclosing.receivers(event, manner).stream()
                            .map(admitted.names()::agency)
                            .flatMap(Optional::stream)
                            .toList(),
                    looked ? Optional.ofNullable(event.actor().function()) : Optional.empty(),
                    Optional.ofNullable(event.category()),
                    Optional.ofNullable(event.purpose()),
                    Optional.ofNullable(event.ground()),
                    event.emergency(),
                    event.items().size(),
                    admitted.head().staff() && event.actor().professional() != null
                            ? admitted.names().person(event.actor().professional())
                            : Optional.empty(),
                    proving.of(entry.id()));
        }
    }
}
