package nl.samenzicht.domain.htcds;

import java.util.List;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The cases that an import made.
 *
 * @param cases in the order of the rows
 * @param entry the log entry of the import; each case has its own entry beside it
 */
public record ImportDone(List<ImportedCase> cases, EntryCode entry) {

    public ImportDone {
        cases = List.copyOf(cases);
    }

    /** One case and the row that it came from. */
    public record ImportedCase(int row, CaseName name) {}
}
