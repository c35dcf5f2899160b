package nl.samenzicht.domain.rights;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemReader;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.rights.DataCopy.CopiedItem;
import nl.samenzicht.domain.rights.RightsRequests.File;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * Gives the person a copy of what the officer's own agency recorded about them (AVG 15(3)). The gate finds the request that
 * it rests on by itself; each case and category is a line in the log, with its items, before any of it is read.
 */
@ApplicationScoped
@Transactional
public class CopyService {

    /** What is never in a copy, unless the rulebook and the guards let it, and on which ground it stays out. */
    private static final Map<DataCategory, WithholdingGround> KEPT_OUT = new EnumMap<>(Map.of(
            DataCategory.THIRD_PARTY, WithholdingGround.OTHERS,
            DataCategory.SECRET_LOCATION, WithholdingGround.PROTECTION));

    /** The field of a signal that says who told it. */
    private static final String SOURCE = "source";

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final RightsRequests requests;
    private final CopyRequests copies;
    private final Items items;
    private final ItemReader reader;
    private final Directory directory;
    private final Clock clock;

    protected CopyService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public CopyService(
            AccessGate gate,
            CurrentProfessional current,
            RightsRequests requests,
            CopyRequests copies,
            Items items,
            ItemReader reader,
            Directory directory,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.requests = requests;
        this.copies = copies;
        this.items = items;
        this.reader = reader;
        this.directory = directory;
        this.clock = clock;
    }

    /** What lies in one category of one case for a copy. */
    private record Section(CaseFileId caseFile, DataCategory category, List<ItemHeader> held) {}

    /** All of it, and how many items are out of use. */
    private record Holdings(List<Section> sections, int outOfUse) {}

    /**
     * Tells which categories and how many items a copy would hold, and none of what they say. It is not on record by itself;
     * the page of the request is.
     *
     * @return empty for who may not handle requests, and where the request is not one for access
     */
    public Optional<CopyPreview> preview(String number) {
        var at = clock.instant();
        var file = requests.find(current.current().agency(), number)
                .filter(each -> each.request().right() == SubjectRight.ACCESS);
        if (file.isEmpty() || !gate.wouldAdmit(handling(at))) {
            return Optional.empty();
        }
        return Optional.of(copies.bar(file.get()).map(CopyPreview::refused).orElseGet(() -> preview(file.get(), at)));
    }

    private CopyPreview preview(File file, Instant at) {
        var holdings = holdings(file, at);
        var counts = new TreeMap<DataCategory, Integer>();
        for (var section : holdings.sections()) {
            if (gate.wouldAdmit(giving(section, at))) {
                counts.merge(section.category(), section.held().size(), Integer::sum);
            } else if (!KEPT_OUT.containsKey(section.category())) {
                return CopyPreview.refused("copy.error.somebody-else");
            }
        }
        return new CopyPreview(Optional.empty(), counts, withheld(file, counts.keySet()), holdings.outOfUse());
    }

    /**
     * Makes a copy. Nothing of it is kept.
     *
     * @param number of a request for access whose person was identified, that was granted as a whole or in part, and that is
     *     not answered yet
     * @throws NotPossible when there is no such request; its message says what would help
     * @throws nl.samenzicht.security.access.AccessDenied when the gate refuses any part; then nothing is given
     */
    public DataCopy of(String number) {
        var at = clock.instant();
        var file = requests.find(current.current().agency(), number)
                .orElseThrow(() -> new NotPossible("rights.error.gone"));
        gate.admit(handling(at)
                .because("copy=" + number)
                .about(List.of(file.request().id())));
        copies.bar(file).ifPresent(why -> {
            throw new NotPossible(why);
        });
        var holdings = holdings(file, at);
        var copied = new ArrayList<CopiedItem>();
        for (var section : holdings.sections()) {
            var giving = giving(section, at).because("copy=" + number);
            if (!KEPT_OUT.containsKey(section.category()) || gate.wouldAdmit(giving)) {
                reader.read(gate.admit(giving)).forEach(item -> copied.add(copied(section.category(), item)));
            }
        }
        copied.sort(comparing(CopiedItem::category).thenComparing(CopiedItem::recordedAt));
        var given = copied.stream().map(CopiedItem::category).collect(Collectors.toSet());
        return new DataCopy(
                number,
                directory.agency(file.request().agency()).name(),
                file.request().receivedOn(),
                at,
                copied.stream().map(CopyService::withoutSource).toList(),
                withheld(file, given),
                holdings.outOfUse(),
                copied.stream().anyMatch(item -> !withoutSource(item).equals(item)));
    }

    private static CopiedItem copied(DataCategory category, ItemView item) {
        return new CopiedItem(category, item.kind(), item.recordedAt(), item.restricted(), item.content());
    }

    /** Who told something is about somebody else, who may be in danger by it. */
    private static CopiedItem withoutSource(CopiedItem item) {
        var content = item.kind() == ItemKind.ASSESSMENT
                ? new ItemContent(Assessment.withoutSources(item.content().values()))
                : item.category() == DataCategory.SIGNAL ? item.content().without(Set.of(SOURCE)) : item.content();
        return new CopiedItem(item.category(), item.kind(), item.recordedAt(), item.restricted(), content);
    }

    /** What the agency itself recorded under the AVG in the cases and signals of the person, of what was granted. */
    private Holdings holdings(File file, Instant at) {
        var granted = file.affected();
        var sections = new ArrayList<Section>();
        int outOfUse = 0;
        for (var caseFile : requests.dossiers(file)) {
            var inUse = new EnumMap<DataCategory, List<ItemHeader>>(DataCategory.class);
            for (var item : items.headers(caseFile)) {
                if (!item.owner().equals(file.request().agency())
                        || item.regime() != Regime.AVG
                        || !granted.contains(item.category())) {
                    continue;
                }
                if (item.retainedUntil().filter(end -> !at.isBefore(end)).isPresent()) {
                    outOfUse++;
                } else {
                    inUse.computeIfAbsent(item.category(), any -> new ArrayList<>())
                            .add(item);
                }
            }
            inUse.forEach((category, held) -> sections.add(new Section(caseFile, category, held)));
        }
        return new Holdings(sections, outOfUse);
    }

    /** What the decision withholds on its ground, and what is never given; the same whether or not anything lies in it. */
    private static List<WithheldCategory> withheld(File file, Set<DataCategory> given) {
        var decided = file.last(HandlingStep.DECIDE);
        var byDecision = decided.map(RequestAct::categories).orElse(Set.of());
        return Stream.concat(
                        byDecision.stream()
                                .flatMap(category -> decided
                                        .flatMap(RequestAct::ground)
                                        .map(ground -> new WithheldCategory(category, ground))
                                        .stream()),
                        KEPT_OUT.entrySet().stream()
                                .filter(kept ->
                                        file.affected().contains(kept.getKey()) && !given.contains(kept.getKey()))
                                .map(kept -> new WithheldCategory(kept.getKey(), kept.getValue())))
                .sorted(comparing(WithheldCategory::category))
                .toList();
    }

    private AccessRequest giving(Section section, Instant at) {
        return AccessRequest.of(
                current.current(),
                Action.GIVE_COPY,
                new ResourceRef.OfItems(
                        section.caseFile().value(),
                        section.category(),
                        section.held().stream().map(item -> item.id().value()).collect(Collectors.toSet())),
                Purpose.SUBJECT_RIGHTS,
                at);
    }

    private AccessRequest handling(Instant at) {
        return AccessRequest.ofLog(current.current(), Action.HANDLE_REQUEST, Purpose.SUBJECT_RIGHTS, at);
    }
}
