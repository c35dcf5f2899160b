package nl.samenzicht.security.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.keys.RowMac;

/**
 * Answers who takes part and who works where, now. It holds no case content, and everybody who is signed in may ask it.
 */
@ApplicationScoped
@Transactional
public class Directory {
    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final Holdings holdings;
    private final Clock clock;

    protected Directory() {
        this((Holdings) null, null);
    }

    @Inject
    Directory(Holdings holdings, Clock clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    /** Makes a directory outside the container. */
    public Directory(EntityManager entities, RowMac macs, Clock clock) {
        this(new Holdings(entities, macs), clock);
        this.entities = entities;
    }

    /**
     * Returns an agency, also one that has left.
     *
     * @throws NoSuchElementException when there never was one with this number
     */
    public AgencyCard agency(AgencyId id) {
        var agency = entities.find(Agency.class, id);
        if (agency == null) {
            throw new NoSuchElementException("agency " + id + " is not in the directory");
        }
        return agency.card(clock.instant());
    }

    /**
     * Returns a professional, also one who has left; the functions are those held now.
     *
     * @throws NoSuchElementException when there never was one with this number
     */
    public ProfessionalCard professional(ProfessionalId id) {
        var professional = entities.find(Professional.class, id);
        if (professional == null) {
            throw new NoSuchElementException("professional " + id + " is not in the directory");
        }
        return cards(List.of(professional)).get(0);
    }

    /** Returns the names of professionals, also of those who have left; one who never was there is not among them. */
    public Map<ProfessionalId, String> namesOf(Set<ProfessionalId> ids) {
        return ids.stream()
                .map(id -> entities.find(Professional.class, id))
                .filter(Objects::nonNull)
                .collect(toMap(Professional::id, Professional::displayName));
    }

    /** Returns an agency when there is or was one with this number; for naming what old records speak of. */
    public Optional<AgencyCard> knownAgency(AgencyId id) {
        return Optional.ofNullable(entities.find(Agency.class, id)).map(agency -> agency.card(clock.instant()));
    }

    /** Returns a professional when there is or was one with this number; for naming what old records speak of. */
    public Optional<ProfessionalCard> knownProfessional(ProfessionalId id) {
        return Optional.ofNullable(entities.find(Professional.class, id))
                .map(professional -> cards(List.of(professional)).get(0));
    }

    /** Returns the agencies that take part now, by name. */
    public List<AgencyCard> activeAgencies() {
        Instant now = clock.instant();
        return entities.createQuery("select a from Agency a order by a.name", Agency.class)
                .getResultStream()
                .filter(agency -> agency.activeAt(now))
                .map(agency -> agency.card(now))
                .toList();
    }

    /** Returns who works at an agency now, by name. */
    public List<ProfessionalCard> professionalsOf(AgencyId agency) {
        Instant now = clock.instant();
        return cards(entities.createQuery("select p from Professional p where p.agency = :agency", Professional.class)
                .setParameter("agency", agency)
                .getResultStream()
                .filter(professional -> professional.activeAt(now))
                .toList());
    }

    /** Returns who holds a function at an agency now, by name. */
    public List<ProfessionalCard> holders(AgencyId agency, Function function) {
        return professionalsOf(agency).stream()
                .filter(professional -> professional.functions().contains(function))
                .toList();
    }

    /** Returns the functions somebody holds now, to choose from; none when they or their agency left. */
    public List<HeldFunction> functionsOf(ProfessionalId id) {
        Instant now = clock.instant();
        var professional = entities.find(Professional.class, id);
        if (professional == null
                || !professional.activeAt(now)
                || !entities.find(Agency.class, professional.agency()).activeAt(now)) {
            return List.of();
        }
        return holdings.of(List.of(id)).stream()
                .filter(holding -> holding.activeAt(now))
                .map(holding -> new HeldFunction(holding.id(), holding.function()))
                .sorted(Comparator.comparing(HeldFunction::function))
                .toList();
    }

    /** Returns who signs in with this user name and works at an agency now. */
    public Optional<ProfessionalCard> withUserName(String userName) {
        Instant now = clock.instant();
        return entities.createQuery("select p from Professional p where p.userName = :name", Professional.class)
                .setParameter("name", userName.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .filter(professional -> professional.activeAt(now))
                .findFirst()
                .map(professional -> cards(List.of(professional)).get(0));
    }

    /** Returns the user name of somebody; only they and the managers of their agency see it. */
    public String userNameOf(ProfessionalId id) {
        return entities.find(Professional.class, id).userName();
    }

    private List<ProfessionalCard> cards(List<Professional> professionals) {
        if (professionals.isEmpty()) {
            return List.of();
        }
        Map<ProfessionalId, Set<Function>> functions = functionsOf(professionals);
        return professionals.stream()
                .map(professional -> professional.card(functions.getOrDefault(professional.id(), Set.of())))
                .sorted(Comparator.comparing(ProfessionalCard::displayName))
                .toList();
    }

    private Map<ProfessionalId, Set<Function>> functionsOf(List<Professional> professionals) {
        Instant now = clock.instant();
        return holdings.of(professionals.stream().map(Professional::id).toList()).stream()
                .filter(holding -> holding.activeAt(now))
                .collect(groupingBy(FunctionHolding::professional, mapping(FunctionHolding::function, toSet())));
    }
}
