package nl.samenzicht.domain.officer;

import static nl.samenzicht.security.ledger.FindingKind.BLOCK_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.BLOCK_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.BOOK_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.BOOK_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.CASE_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.CONSENT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.CONSENT_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.CONSENT_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.CONTENT_CHANGED;
import static nl.samenzicht.security.ledger.FindingKind.CONTENT_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.EMERGENCY_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.EMERGENCY_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_RETURNED;
import static nl.samenzicht.security.ledger.FindingKind.NAMED_ACCESS_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.PARTICIPATION_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.PARTICIPATION_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.PROVISION_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.REPORT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.SHARE_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.SHARE_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.SHARE_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.SIGNAL_FORGED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NeedToKnow;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.emergency.BreakGlasses;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.Provisions;
import nl.samenzicht.domain.report.Reports;
import nl.samenzicht.domain.sharing.Shares;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.ledger.Acts;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.ledger.FindingKind;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LogRemovals;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Regime;

/**
 * Checks the rows that decisions about an agency's data rest on, and the content itself: whether we wrote each as it is,
 * and whether it agrees with what the log says was done since. A row that was put back from an older copy carries a MAC
 * that fits; only the log knows that it ended.
 *
 * <p>Shows no content and decides nothing; {@link LedgerInspection} asks for admission and puts the outcome on record.
 */
@ApplicationScoped
public class CaseworkInspection {

    private static final Set<String> ENDINGS = Set.of(
            Action.END_SHARE.name(),
            Action.WITHDRAW_CONSENT.name(),
            Action.INVITE_PARTY.name(),
            Action.LEAVE_CASE.name(),
            Action.CLOSE_CASE.name(),
            Action.SHARE_ITEM.name(),
            Action.RECORD_CONSENT.name(),
            Action.BREAK_GLASS.name(),
            Action.CHANGE_CASE.name(),
            Action.KEEP_BOOKS.name(),
            Action.DESTROY.name());

    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Items items;
    private final NeedToKnow needToKnow;
    private final Consents consents;
    private final Shares shares;
    private final Provisions provisions;
    private final BreakGlasses emergencies;
    private final Signals signals;
    private final Reports reports;
    private final PrivacyBooks books;
    private final Directory directory;
    private final Acts acts;
    private final LogRemovals removals;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected CaseworkInspection() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public CaseworkInspection(
            CaseFiles caseFiles,
            Participations participations,
            Items items,
            NeedToKnow needToKnow,
            Consents consents,
            Shares shares,
            Provisions provisions,
            BreakGlasses emergencies,
            Signals signals,
            Reports reports,
            PrivacyBooks books,
            Directory directory,
            Acts acts,
            LogRemovals removals,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.items = items;
        this.needToKnow = needToKnow;
        this.consents = consents;
        this.shares = shares;
        this.provisions = provisions;
        this.emergencies = emergencies;
        this.signals = signals;
        this.reports = reports;
        this.books = books;
        this.directory = directory;
        this.acts = acts;
        this.removals = removals;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param rows how many rows were checked
     */
    public record Outcome(List<Finding> findings, long rows) {}

    /** Checks all rows that concern an agency. Takes as long as there are rows and changes nothing. */
    @Transactional
    public Outcome inspect(AgencyId agency) {
        return new Inspection(agency, clock.instant()).outcome();
    }

    /** An act by which something ended, with the line that records it. */
    private record Ending(LedgerEvent event, EntryCode code) {}

    private final class Inspection {
        private final AgencyId agency;
        private final Instant now;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Ending> leavings = new ArrayList<>();
        private final Map<CaseFileId, List<Ending>> closings = new HashMap<>();
        private final Map<UUID, Ending> endedShares = new HashMap<>();
        private final Map<UUID, Ending> withdrawnConsents = new HashMap<>();
        private final Map<UUID, Ending> madeShares = new HashMap<>();
        private final Map<UUID, Ending> recordedConsents = new HashMap<>();
        private final Map<UUID, Ending> madeBlocks = new HashMap<>();
        private final Map<UUID, Ending> usedEmergencies = new HashMap<>();
        private final Map<UUID, Ending> bookRows = new HashMap<>();
        private final Map<UUID, Ending> destroyedItems = new HashMap<>();
        private final Map<CaseFileId, String> numbers = new HashMap<>();
        private long rows;

        private Inspection(AgencyId agency, Instant now) {
            this.agency = agency;
            this.now = now;
        }

        private Outcome outcome() {
            acts.each(agency, ENDINGS, this::remember);
            caseFiles.inspect(agency, this::count, id -> found(CASE_FORGED, id.value(), id));
            participations.inspect(agency, this::participation, (id, file) -> found(PARTICIPATION_FORGED, id, file));
            consents();
            blocks();
            shares();
            provisions.inspect(agency, this::count, (id, file) -> found(PROVISION_FORGED, id, file));
            emergencies();
            signals();
            items();
            needToKnow.inspect(
                    agency, (id, location) -> findings.add(Finding.row(NAMED_ACCESS_FORGED, id, location.value())));
            books();
            return new Outcome(findings, rows);
        }

        private void count() {
            rows++;
        }

        private void remember(LedgerEvent event, EntryCode code) {
            var ending = new Ending(event, code);
            switch (Action.valueOf(event.action())) {
                case END_SHARE -> endedShares.put(event.shareId(), ending);
                case SHARE_ITEM -> madeShares.put(event.shareId(), ending);
                case WITHDRAW_CONSENT -> withdrawnConsents.put(event.consentId(), ending);
                case RECORD_CONSENT -> recordedConsents.put(event.consentId(), ending);
                // of what changes a case only a block of a parent is a row of its own
                case CHANGE_CASE ->
                    event.items().stream()
                            .filter(row -> !row.content())
                            .forEach(row -> madeBlocks.put(row.item(), ending));
                case BREAK_GLASS -> {
                    // a use of somebody else is for their agency to miss
                    if (agency.equals(event.actor().agency())) {
                        event.items().forEach(row -> usedEmergencies.put(row.item(), ending));
                    }
                }
                case KEEP_BOOKS -> {
                    // each agency has lines of its own
                    if (agency.equals(event.actor().agency())) {
                        event.items().forEach(row -> bookRows.put(row.item(), ending));
                    }
                }
                case DESTROY -> event.items().forEach(item -> destroyedItems.put(item.item(), ending));
                case CLOSE_CASE ->
                    closings.computeIfAbsent(new CaseFileId(event.caseId()), any -> new ArrayList<>())
                            .add(ending);
                default -> leavings.add(ending);
            }
        }

        private void found(FindingKind kind, UUID row, CaseFileId file) {
            findings.add(Finding.row(kind, row, number(file)));
        }

        private void found(FindingKind kind, UUID row, CaseFileId file, Ending ending) {
            findings.add(Finding.row(kind, row, number(file), ending.code().value()));
        }

        private String number(CaseFileId file) {
            return numbers.computeIfAbsent(
                    file,
                    any -> caseFiles
                            .facts(file)
                            .map(facts -> caseFiles.nameOf(file).number())
                            .or(() -> signals.numberOf(file.value()))
                            .orElse("–"));
        }

        /** A participation that still holds although the log says that it ended, and that nobody was invited since. */
        private void participation(Participations.Sound party) {
            count();
            if (!party.until().isAfter(now)) {
                return;
            }
            Ending last = null;
            for (var act : leavings) {
                if (act.event().caseId().equals(party.caseFile().value())
                        && act.event().recipients().stream()
                                .anyMatch(to -> to.agency().equals(party.agency())
                                        && Optional.ofNullable(to.professional())
                                                .equals(party.professional()))) {
                    last = act;
                }
            }
            if (last != null && last.event().action().equals(Action.LEAVE_CASE.name())) {
                found(PARTICIPATION_OLDER, party.agency().value(), party.caseFile(), last);
            }
        }

        private void consents() {
            var there = new HashSet<UUID>();
            consents.inspect(
                    agency,
                    consent -> {
                        count();
                        there.add(consent.id().value());
                        var withdrawn = withdrawnConsents.get(consent.id().value());
                        if (withdrawn != null && !consent.withdrawn()) {
                            found(CONSENT_OLDER, consent.id().value(), consent.caseFile(), withdrawn);
                        }
                    },
                    (id, file) -> {
                        there.add(id.value());
                        found(CONSENT_FORGED, id.value(), file);
                    });
            missing(recordedConsents, there, CONSENT_MISSING);
        }

        /** A block keeps somebody out, so that it is gone matters as much as that it was changed. */
        private void blocks() {
            var there = new HashSet<UUID>();
            consents.inspectBlocks(agency, (id, file, sound) -> {
                count();
                there.add(id);
                if (!sound) {
                    found(BLOCK_FORGED, id, file);
                }
            });
            missing(madeBlocks, there, BLOCK_MISSING);
        }

        /** A use that is gone waits for no review, so that it matters as much as one that was changed. */
        private void emergencies() {
            var there = new HashSet<UUID>();
            emergencies.inspect(
                    agency,
                    id -> {
                        count();
                        there.add(id);
                    },
                    (id, file) -> {
                        there.add(id);
                        found(EMERGENCY_FORGED, id, file);
                    });
            missing(usedEmergencies, there, EMERGENCY_MISSING);
        }

        /** What was decided counts no more once its row is gone, so that it matters as much as one that was changed. */
        private void books() {
            var there = new HashSet<UUID>();
            books.inspect(
                    agency,
                    id -> {
                        count();
                        there.add(id);
                    },
                    (table, id) -> {
                        there.add(id);
                        findings.add(Finding.row(BOOK_FORGED, id, table));
                    });
            bookRows.forEach((id, line) -> {
                if (!there.contains(id)) {
                    findings.add(Finding.row(
                            BOOK_MISSING,
                            id,
                            BookLines.tableOf(line.event()),
                            line.code().value()));
                }
            });
        }

        private void missing(Map<UUID, Ending> made, Set<UUID> there, FindingKind kind) {
            made.forEach((id, ending) -> {
                if (id != null && !there.contains(id)) {
                    found(kind, id, new CaseFileId(ending.event().caseId()), ending);
                }
            });
        }

        private void shares() {
            var there = new HashSet<UUID>();
            shares.inspect(
                    agency,
                    share -> {
                        count();
                        there.add(share.id().value());
                        ending(share)
                                .ifPresent(end -> found(SHARE_OLDER, share.id().value(), share.caseFile(), end));
                    },
                    (id, file) -> {
                        there.add(id.value());
                        found(SHARE_FORGED, id.value(), file);
                    });
            missing(madeShares, there, SHARE_MISSING);
        }

        /** The line by which a share that still holds should have ended. */
        private Optional<Ending> ending(Shares.Sound share) {
            if (!share.accepted() || !share.until().isAfter(now)) {
                return Optional.empty();
            }
            var ended = Optional.ofNullable(endedShares.get(share.id().value()))
                    .or(() -> share.consent().map(id -> withdrawnConsents.get(id.value())));
            return ended.or(() -> closings.getOrDefault(share.caseFile(), List.of()).stream()
                            .filter(closing -> closing.event().at().isAfter(share.from()))
                            .findFirst())
                    .or(() -> leavings.stream()
                            .filter(act -> act.event().action().equals(Action.LEAVE_CASE.name()))
                            .filter(act ->
                                    act.event().caseId().equals(share.caseFile().value()))
                            .filter(act -> act.event().at().isAfter(share.from()))
                            .filter(act -> act.event().recipients().stream()
                                    .anyMatch(left -> left.professional() == null
                                            ? left.agency().equals(share.giver())
                                                    || left.agency().equals(share.recipient())
                                            : share.recipientProfessional()
                                                    .filter(left.professional()::equals)
                                                    .isPresent()))
                            .findFirst());
        }

        private void signals() {
            signals.inspect(agency, new Signals.Findings() {
                @Override
                public void sound() {
                    count();
                }

                @Override
                public void forged(UUID row, UUID signal) {
                    found(SIGNAL_FORGED, row, new CaseFileId(signal));
                }
            });
        }

        private void items() {
            var known = acts.versions(agency);
            var goneBefore = removals.goneBefore().orElse(Instant.MIN);
            items.inspect(agency, new Items.Findings() {
                @Override
                public void sound(ItemId item, int version) {
                    count();
                    var logged = known.remove(item.value());
                    if (logged != null && logged > version) {
                        findings.add(Finding.row(ITEM_OLDER, item.value(), version, logged));
                    }
                    if (destroyedItems.containsKey(item.value())) {
                        findings.add(Finding.row(
                                ITEM_RETURNED,
                                item.value(),
                                destroyedItems.get(item.value()).code().value()));
                    }
                }

                @Override
                public void destroyed(ItemId item, int version, CaseFileId file, Instant at) {
                    count();
                    known.remove(item.value());
                    // the line of an older destruction may have gone after its term
                    if (!destroyedItems.containsKey(item.value()) && !at.isBefore(goneBefore)) {
                        missing(item, version, file);
                    }
                }

                @Override
                public void forged(ItemId item, CaseFileId file) {
                    known.remove(item.value());
                    found(ITEM_FORGED, item.value(), file);
                }

                @Override
                public void damaged(ItemId item, int version, CaseFileId file) {
                    findings.add(Finding.row(CONTENT_CHANGED, item.value(), number(file), version));
                }

                @Override
                public void missing(ItemId item, int version, CaseFileId file) {
                    findings.add(Finding.row(CONTENT_MISSING, item.value(), number(file), version));
                }
            });
            reports(known);
            known.forEach((item, version) -> findings.add(Finding.row(ITEM_MISSING, item)));
        }

        /** A report is content too: what the log says of it must be there, as new as the log knows it. */
        private void reports(Map<UUID, Integer> known) {
            reports.inspect(agency, Regime.of(directory.agency(agency).type()), new Reports.Findings() {
                @Override
                public void sound(UUID report, int version) {
                    count();
                    var logged = known.remove(report);
                    if (logged != null && logged > version) {
                        findings.add(Finding.row(ITEM_OLDER, report, version, logged));
                    }
                }

                @Override
                public void forged(UUID report, CaseFileId file) {
                    known.remove(report);
                    found(REPORT_FORGED, report, file);
                }

                @Override
                public void damaged(UUID report, int version, CaseFileId file) {
                    findings.add(Finding.row(CONTENT_CHANGED, report, number(file), version));
                }
            });
        }
    }
}
