package nl.samenzicht.domain.htcds;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseFilter;
import nl.samenzicht.domain.casefile.CaseRow;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.domain.casefile.ItemReader;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.htcds.ExportCheck.CaseOut;
import nl.samenzicht.domain.htcds.ExportCheck.Refused;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant.GrantedItem;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Takes chosen cases out in the field's standard, HTCDS 2.0, without names: coded values only, of one's own items, each case
 * and category through the gate and on record as a disclosure to the agency that gets the file. To another domain it takes the
 * consent of the person. What is recorded of a person under a name is shared, not taken out.
 */
@ApplicationScoped
public class HtcdsExportService {
    /** The most cases in one file. */
    public static final int MOST_CASES = 200;

    /** So many letters a reason has at least. */
    public static final int SHORTEST_WHY = 10;

    /** And so many at most. */
    public static final int LONGEST_WHY = 300;

    private static final Purpose PURPOSE = Purpose.SUPPORT;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<DataCategory> CATEGORIES =
            List.of(DataCategory.IDENTITY, DataCategory.SIGNAL, DataCategory.CHILDREN);

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final CaseFileService caseFiles;
    private final CaseFiles names;
    private final ItemReader reader;
    private final Consents consents;
    private final Directory directory;
    private final Clock clock;

    protected HtcdsExportService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public HtcdsExportService(
            AccessGate gate,
            CurrentProfessional current,
            CaseFileService caseFiles,
            CaseFiles names,
            ItemReader reader,
            Consents consents,
            Directory directory,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.caseFiles = caseFiles;
        this.names = names;
        this.reader = reader;
        this.consents = consents;
        this.directory = directory;
        this.clock = clock;
    }

    /** The cases that can be chosen: those that the asker's agency leads, newest first. */
    @Transactional
    public List<CaseRow> choices() {
        return caseFiles
                .list(
                        new CaseFilter(Optional.of(CaseStatus.OPEN), true, Optional.empty(), Optional.empty()),
                        PURPOSE,
                        0,
                        MOST_CASES)
                .rows();
    }

    /** The agencies that can get a file: all others. */
    public List<AgencyCard> recipients() {
        var ours = current.current().agency();
        return directory.activeAgencies().stream()
                .filter(agency -> !agency.id().equals(ours))
                .sorted(comparing(AgencyCard::name))
                .toList();
    }

    /** Says what a file of these cases for this agency would hold. Reads them, which is on record as looks; nothing leaves. */
    @Transactional
    public ExportCheck check(Collection<CaseFileId> chosen, AgencyId recipient) {
        requireChosen(chosen, recipient);
        return new Taking(recipient, Optional.empty()).of(chosen).holds();
    }

    /**
     * Makes the file. Each case and category that leaves is on record as a disclosure, with for whom and why.
     *
     * @param why in one's own words
     * @throws NotPossible when no case was chosen, one is not the asker's, for whom or why is not said, or nothing may leave
     */
    @Transactional
    public ExportDone run(Collection<CaseFileId> chosen, AgencyId recipient, String why) {
        requireChosen(chosen, recipient);
        var words = why == null ? "" : why.strip();
        if (words.length() < SHORTEST_WHY || words.length() > LONGEST_WHY) {
            throw new NotPossible("export.error.why", SHORTEST_WHY, LONGEST_WHY);
        }
        var taken = new Taking(recipient, Optional.of(words)).of(chosen);
        if (taken.rows.isEmpty()) {
            throw new NotPossible("export.error.nothing");
        }
        return new ExportDone(
                "htcds-2.0-" + LocalDate.ofInstant(clock.instant(), AMSTERDAM) + ".xlsx",
                WorkbookWriter.write(taken.rows),
                taken.holds());
    }

    private static void requireChosen(Collection<CaseFileId> chosen, @Nullable AgencyId recipient) {
        if (chosen.isEmpty()) {
            throw new NotPossible("export.error.none");
        }
        if (chosen.size() > MOST_CASES) {
            throw new NotPossible("export.error.many", MOST_CASES);
        }
        if (recipient == null) {
            throw new NotPossible("export.error.recipient");
        }
    }

    private AccessRequest card(CaseFileId file) {
        return AccessRequest.of(
                current.current(), Action.VIEW_CASE, new ResourceRef.OfCase(file.value()), PURPOSE, clock.instant());
    }

    /** Giving something of a case to an agency, on the consent of the person when there is one. */
    private AccessRequest leaving(ResourceRef resource, AgencyId recipient) {
        var at = clock.instant();
        var file = new CaseFileId(resource.caseFile().orElseThrow());
        var consent = consents.answerTo(file, recipient, PURPOSE, resource.category(), at)
                .filter(answer -> answer.state() == ConsentState.GRANTED);
        return AccessRequest.of(current.current(), Action.EXPORT, resource, PURPOSE, at)
                .with(new Counterpart(
                        recipient,
                        Optional.empty(),
                        consent.isPresent() ? Ground.CONSENT : Ground.STATUTORY_TASK,
                        consent.map(Consents.Answer::state).orElse(ConsentState.NONE),
                        consent.map(answer -> answer.id().value()),
                        Set.of(),
                        Optional.empty()));
    }

    /** Goes through cases, reading under one action or the other what may leave of them. */
    private final class Taking {
        private final AgencyId recipient;
        private final Optional<String> why;
        private final List<Map<StandardColumn, String>> rows = new ArrayList<>();
        private final List<CaseOut> out = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final Map<String, Integer> stays = new LinkedHashMap<>();

        /** To look when no reason is given, and else to take out. */
        private Taking(AgencyId recipient, Optional<String> why) {
            this.recipient = recipient;
            this.why = why;
        }

        private Taking of(Collection<CaseFileId> chosen) {
            chosen.stream().distinct().forEach(this::take);
            return this;
        }

        private void take(CaseFileId file) {
            if (!gate.wouldAdmit(card(file))) {
                throw new NotPossible("export.error.gone");
            }
            var said = new LinkedHashMap<DataCategory, Map<String, String>>();
            for (var category : CATEGORIES) {
                var leaving = leaving(new ResourceRef.OfSection(file.value(), category), recipient);
                var items =
                        gate.wouldShow(leaving).stream().map(GrantedItem::item).collect(toUnmodifiableSet());
                if (!items.isEmpty()) {
                    said.put(category, ItemView.said(reader.read(gate.admit(reading(leaving, items)))));
                }
            }
            var row = StandardRow.of(said, PURPOSE);
            row.stays().forEach((why, count) -> stays.merge(why.name(), count, Integer::sum));
            if (row.cells().isEmpty()) {
                refused.add(new Refused(names.nameOf(file), whyNot(file)));
                return;
            }
            rows.add(row.cells());
            out.add(new CaseOut(names.nameOf(file), row.cells().size()));
        }

        /** Why what the asker can read of it may not leave; that there is nothing when there is nothing to read. */
        private Reason whyNot(CaseFileId file) {
            for (var category : CATEGORIES) {
                var leaving = leaving(new ResourceRef.OfSection(file.value(), category), recipient);
                var readable = gate.wouldShow(looking(leaving, leaving.resource())).stream()
                        .map(GrantedItem::item)
                        .collect(toUnmodifiableSet());
                if (!readable.isEmpty()) {
                    return gate.weigh(leaving(named(leaving, readable), recipient), Set.of())
                            .told();
                }
            }
            return Reason.NOTHING_HERE;
        }

        private AccessRequest reading(AccessRequest leaving, Set<UUID> items) {
            return why.map(leaving::because).orElseGet(() -> looking(leaving, named(leaving, items)));
        }

        private static AccessRequest looking(AccessRequest leaving, ResourceRef resource) {
            return AccessRequest.of(leaving.who(), Action.VIEW_SECTION, resource, PURPOSE, leaving.at());
        }

        private static ResourceRef named(AccessRequest section, Set<UUID> items) {
            return new ResourceRef.OfItems(
                    section.resource().caseFile().orElseThrow(),
                    section.resource().category(),
                    items);
        }

        private ExportCheck holds() {
            Standard.two().columns().forEach(column -> {
                int filled = (int)
                        rows.stream().filter(row -> row.containsKey(column)).count();
                if (filled > 0) {
                    columns.put(column.label(), filled);
                }
            });
            return new ExportCheck(out, refused, columns, stays);
        }
    }
}
