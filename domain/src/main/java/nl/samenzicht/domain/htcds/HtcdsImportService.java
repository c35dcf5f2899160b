package nl.samenzicht.domain.htcds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.htcds.ImportDone.ImportedCase;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;

/** Imports cases from a filled sheet of the standard: first a dry run, then all rows or none. */
@ApplicationScoped
public class HtcdsImportService {

    /** The most cases in one file. */
    public static final int MOST_CASES = 2_000;

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final CaseFileService caseFiles;
    private final ImportedFiles files;
    private final Clock clock;

    protected HtcdsImportService() {
        this(null, null, null, null, null);
    }

    @Inject
    public HtcdsImportService(
            AccessGate gate, CurrentProfessional current, CaseFileService caseFiles, ImportedFiles files, Clock clock) {
        this.gate = gate;
        this.current = current;
        this.caseFiles = caseFiles;
        this.files = files;
        this.clock = clock;
    }

    /** The greatest file that is read, in bytes. */
    public static int mostBytes() {
        return WorkbookReader.MOST_BYTES;
    }

    /** The purposes for which the asker can import cases under their function; empty when they cannot at all. */
    public Set<Purpose> purposes() {
        var purposes = EnumSet.noneOf(Purpose.class);
        for (var purpose : Purpose.values()) {
            if (!frameworks(purpose).isEmpty()) {
                purposes.add(purpose);
            }
        }
        return purposes;
    }

    /** The frameworks under which the asker can import cases for this purpose. */
    public Set<Framework> frameworks(Purpose purpose) {
        var frameworks = EnumSet.noneOf(Framework.class);
        for (var framework : Framework.values()) {
            if (framework != Framework.NONE
                    && !gate.recordableInNewCase(current.current(), purpose, framework, clock.instant())
                            .isEmpty()) {
                frameworks.add(framework);
            }
        }
        return frameworks;
    }

    /**
     * Says what an import of this file would do, and everything that is wrong with it. Changes nothing and keeps nothing.
     *
     * @throws AccessDenied when the asker may not import; that is on record
     */
    @Transactional
    public ImportCheck check(byte[] file, Framework framework, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var recordable = requireRecordable(who, framework, purpose, at);
        return FileReading.of(file, recordable, day(at)).check(importedBefore(who, file));
    }

    /**
     * Imports a file: every filled row becomes a case that the asker's agency leads, with the items of that row. Reads the
     * file again, so what a dry run said is not believed. All rows are imported, or none.
     *
     * @throws ImportNotPossible with everything that is wrong; nothing was imported
     * @throws AccessDenied when the asker may not import; that is on record
     */
    @Transactional
    public ImportDone run(byte[] file, Cooperation cooperation, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var recordable = requireRecordable(who, cooperation.framework(), purpose, at);
        var reading = FileReading.of(file, recordable, day(at));
        var check = reading.check(importedBefore(who, file));
        if (!check.faultless()) {
            throw new ImportNotPossible(check);
        }
        var grant = gate.admit(request(who, purpose, at));
        files.remember(who, file, check.rows(), at);
        var made = reading.cases().stream()
                .map(one -> new ImportedCase(one.row(), caseFiles.make(grant, new OpenCase(cooperation), one.items())))
                .toList();
        return new ImportDone(made, grant.entry().code());
    }

    /** Refuses by way of the gate, so that the refusal is recorded, and says why in the same way as everything else. */
    private Set<DataCategory> requireRecordable(
            ActingProfessional who, Framework framework, Purpose purpose, Instant at) {
        var recordable = gate.recordableInNewCase(who, purpose, framework, at);
        if (recordable.isEmpty()) {
            if (gate.wouldAdmit(request(who, purpose, at))) {
                throw new nl.samenzicht.domain.casefile.NotPossible("import.error.framework");
            }
            gate.admit(request(who, purpose, at));
        }
        return recordable;
    }

    private static AccessRequest request(ActingProfessional who, Purpose purpose, Instant at) {
        return AccessRequest.of(who, Action.IMPORT, new ResourceRef.OfAgency(DataCategory.CASE_HEADER), purpose, at);
    }

    private List<ImportProblem> importedBefore(ActingProfessional who, byte[] file) {
        return files.importedBefore(who.agency(), file)
                .map(at -> List.of(ImportProblem.ofFile("file-before", day(at))))
                .orElse(List.of());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, AMSTERDAM);
    }
}
