package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseHits.Hit;
import nl.samenzicht.domain.casefile.SearchTokens.TokenHit;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessGrant.GrantedItem;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Obligation;
import nl.samenzicht.security.policy.Purpose;

/**
 * Finds the cases of a person by a name or a number. It finds only what the asker could open for the same purpose: a field
 * that a share leaves out or that is shown by initials finds nothing, and a secret location is never searched.
 */
@ApplicationScoped
public class CaseSearchService {

    private static final int MOST_ITEMS = 200;
    private static final int MOST_CASES = 25;
    private static final int LONGEST = 120;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final SearchTokens tokens;
    private final CaseFiles caseFiles;
    private final Items items;
    private final Clock clock;

    protected CaseSearchService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public CaseSearchService(
            AccessGate gate,
            CurrentProfessional current,
            SearchTokens tokens,
            CaseFiles caseFiles,
            Items items,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.tokens = tokens;
        this.caseFiles = caseFiles;
        this.items = items;
        this.clock = clock;
    }

    /**
     * Searches, and has it on record with what was typed, sealed.
     *
     * @throws NotPossible when what was typed is no name, number or date of this kind; nothing was searched
     */
    @Transactional
    public CaseHits find(SearchKind kind, String typed, Purpose purpose) {
        var words = typed == null ? "" : typed.strip();
        var parts = words.length() > LONGEST ? List.<String>of() : kind.parts(words);
        if (parts.isEmpty()) {
            throw new NotPossible("search.error."
                    + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        var grant = gate.admit(AccessRequest.of(
                        current.current(),
                        Action.SEARCH,
                        new ResourceRef.OfAgency(DataCategory.CASE_HEADER),
                        purpose,
                        clock.instant())
                .because(kind + ": " + words));
        Map<CaseFileId, Set<DataCategory>> found = null;
        for (var part : parts) {
            var here = visible(grant, kind, part);
            if (found != null) {
                here.keySet().retainAll(found.keySet());
                found.forEach((file, categories) -> here.computeIfPresent(file, (key, more) -> {
                    more.addAll(categories);
                    return more;
                }));
            }
            found = here;
        }
        return new CaseHits(
                found.entrySet().stream()
                        .limit(MOST_CASES)
                        .map(entry -> new Hit(caseFiles.nameOf(entry.getKey()), entry.getValue()))
                        .toList(),
                found.size() > MOST_CASES,
                grant.entry().code());
    }

    /**
     * A case that may be about the same person.
     *
     * @param by the fields in which the two agree
     */
    public record Alike(CaseName caseName, Set<SearchKind> by) {
        public Alike {
            by = Set.copyOf(by);
        }
    }

    /**
     * Finds cases that may be about the person whom a signal is about, by what the signal says of them; the asker need not know
     * it. It finds only what the asker could find by searching for this purpose, and has it on record as a search.
     *
     * @param look a look at the signal
     */
    @Transactional
    public List<Alike> alike(AccessGrant look, Purpose purpose) {
        var search = AccessRequest.of(
                        look.who(),
                        Action.SEARCH,
                        new ResourceRef.OfAgency(DataCategory.CASE_HEADER),
                        purpose,
                        look.at())
                .because("SIGNAL: " + look.caseFile().orElseThrow());
        if (!gate.wouldAdmit(search)) {
            return List.of();
        }
        var grant = gate.admit(search);
        Map<CaseFileId, Set<SearchKind>> found = new LinkedHashMap<>();
        for (var content : items.contentsOf(look, DataCategory.IDENTITY)) {
            for (var kind : SearchKind.values()) {
                var parts = valuesOf(kind, content);
                agreeing(grant, kind, parts)
                        .forEach(file -> found.computeIfAbsent(file, any -> EnumSet.noneOf(SearchKind.class))
                                .add(kind));
            }
        }
        return found.entrySet().stream()
                .limit(MOST_CASES)
                .map(entry -> new Alike(caseFiles.nameOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The cases that agree in enough parts: one number or date is enough, of a longer name two parts are needed. */
    private List<CaseFileId> agreeing(AccessGrant grant, SearchKind kind, List<String> parts) {
        var counts = new LinkedHashMap<CaseFileId, Integer>();
        parts.forEach(part -> visible(grant, kind, part).keySet().forEach(file -> counts.merge(file, 1, Integer::sum)));
        int enough = kind == SearchKind.NAME ? Math.min(2, parts.size()) : 1;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> valuesOf(SearchKind kind, ItemContent content) {
        return FieldCatalogue.standard().of(DataCategory.IDENTITY).stream()
                .filter(field ->
                        field.searchKind().filter(kind.index().name()::equals).isPresent())
                .map(field -> content.values().get(field.key()))
                .filter(value -> value != null)
                .flatMap(value -> kind.parts(value).stream())
                .distinct()
                .toList();
    }

    private Map<CaseFileId, Set<DataCategory>> visible(AccessGrant grant, SearchKind kind, String part) {
        var cases = new LinkedHashMap<CaseFileId, Set<DataCategory>>();
        for (var hit : tokens.holding(grant, kind.index(), part, MOST_ITEMS)) {
            if (shows(grant, hit, kind)) {
                cases.computeIfAbsent(hit.caseFile(), file -> EnumSet.noneOf(DataCategory.class))
                        .add(hit.category());
            }
        }
        return cases;
    }

    private boolean shows(AccessGrant search, TokenHit hit, SearchKind kind) {
        var look = AccessRequest.of(
                search.who(),
                Action.VIEW_SECTION,
                new ResourceRef.OfItems(
                        hit.caseFile().value(),
                        hit.category(),
                        Set.of(hit.item().value())),
                search.purpose(),
                search.at());
        return gate.wouldShow(look).stream().anyMatch(item -> shows(item, hit.category(), kind));
    }

    private static boolean shows(GrantedItem item, DataCategory category, SearchKind kind) {
        var leftOut = FieldCatalogue.standard().of(category).stream()
                .filter(field ->
                        field.searchKind().filter(kind.index().name()::equals).isPresent())
                .anyMatch(field -> item.withheld().contains(field.key()));
        return !leftOut && !(kind == SearchKind.NAME && item.obligations().contains(Obligation.INITIALS_ONLY));
    }
}
