package nl.samenzicht.security.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Changes the directory: who takes part, who works where, in which function. It keeps the rules that hold always, such
 * as that nobody decides about their own function; whether the one who asks may do it at all, and the entry in the
 * ledger, are the business of the caller.
 */
@ApplicationScoped
@Transactional
public class Membership {
    private static final Pattern MUNICIPALITY = Pattern.compile("GM[0-9]{4}");

    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final Holdings holdings;
    private final Clock clock;

    protected Membership() {
        this(null, null);
    }

    @Inject
    Membership(Holdings holdings, Clock clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    /**
     * Lets an agency take part from now.
     *
     * @throws InvalidEntry when the name is empty, too long or taken
     */
    public AgencyId admitAgency(String name, AgencyType type, boolean demo) {
        return admitAgency(name, type, Optional.empty(), demo);
    }

    /**
     * Lets an agency take part from now, with the municipality that it is or works for.
     *
     * @param municipality its code, such as {@code GM0363}
     * @throws InvalidEntry when the name is empty, too long or taken, or the code is none
     */
    public AgencyId admitAgency(String name, AgencyType type, Optional<String> municipality, boolean demo) {
        if (municipality.filter(code -> !MUNICIPALITY.matcher(code).matches()).isPresent()) {
            throw new InvalidEntry("municipality", InvalidEntry.Why.NOT_A_CODE);
        }
        var agency = new Agency(name, type, municipality.orElse(null), demo, clock.instant());
        String taken = agency.card(clock.instant()).name();
        if (count("select count(a) from Agency a where lower(a.name) = lower(:value)", taken) > 0) {
            throw new InvalidEntry("agency name", InvalidEntry.Why.TAKEN);
        }
        entities.persist(agency);
        entities.flush();
        return agency.id();
    }

    /**
     * Lets somebody work at an agency from now, without any function yet.
     *
     * @throws InvalidEntry when the name or the user name cannot be used
     */
    public ProfessionalId admitProfessional(AgencyId agency, String displayName, String userName) {
        var professional = new Professional(agency, displayName, userName, clock.instant());
        if (count("select count(p) from Professional p where p.userName = :value", professional.userName()) > 0) {
            throw new InvalidEntry("user name", InvalidEntry.Why.TAKEN);
        }
        entities.persist(professional);
        entities.flush();
        return professional.id();
    }

    private long count(String query, String value) {
        return entities.createQuery(query, Long.class)
                .setParameter("value", value)
                .getSingleResult();
    }

    /** Proposes a function, which then waits for a second person. */
    public UUID propose(ProfessionalId professional, Function function, ProfessionalId by) {
        return kept(FunctionHolding.proposed(professional, function, by, clock.instant()));
    }

    /** Starts a function at once. */
    public UUID start(ProfessionalId professional, Function function, Optional<ProfessionalId> by) {
        return kept(FunctionHolding.started(professional, function, by.orElse(null), clock.instant()));
    }

    private UUID kept(FunctionHolding holding) {
        boolean already = all(holding.professional()).stream()
                .anyMatch(other ->
                        other.function() == holding.function() && (other.waiting() || other.activeAt(clock.instant())));
        if (already) {
            throw new IllegalStateException("professional " + holding.professional() + " holds function '"
                    + holding.function() + "' already, or it waits");
        }
        holdings.add(holding);
        return holding.id();
    }

    /** Starts a proposed function. */
    public HoldingCard agree(UUID holding, ProfessionalId by) {
        var found = holding(holding);
        found.agree(by, clock.instant());
        holdings.changed(found);
        return card(found);
    }

    /** Refuses a proposed function. */
    public HoldingCard decline(UUID holding, ProfessionalId by) {
        var found = holding(holding);
        found.decline(by, clock.instant());
        holdings.changed(found);
        return card(found);
    }

    /** Takes a proposed function back. */
    public HoldingCard withdraw(UUID holding, ProfessionalId by) {
        var found = holding(holding);
        found.withdraw(by, clock.instant());
        holdings.changed(found);
        return card(found);
    }

    /** Ends a function now; it has effect on the next request. */
    public HoldingCard end(UUID holding, ProfessionalId by) {
        var found = holding(holding);
        found.end(by, clock.instant());
        holdings.changed(found);
        return card(found);
    }

    /** Ends somebody's work at the agency, with every function they hold. */
    public void leave(ProfessionalId professional, ProfessionalId by) {
        Instant now = clock.instant();
        for (var holding : all(professional)) {
            if (holding.waiting()) {
                holding.drop(by, now);
                holdings.changed(holding);
            } else if (holding.activeAt(now)) {
                holding.end(by, now);
                holdings.changed(holding);
            }
        }
        entities.find(Professional.class, professional).leave(now);
    }

    /** Returns one function with who holds it. */
    public HoldingCard card(UUID holding) {
        return card(holding(holding));
    }

    /** Returns what people at an agency hold now, and what waits for a second person. */
    public List<HoldingCard> at(AgencyId agency) {
        Instant now = clock.instant();
        return holdings.at(agency).stream()
                .filter(holding -> holding.waiting() || holding.activeAt(now))
                .map(Membership::card)
                .toList();
    }

    /** Returns everybody who works or worked at an agency, by name, with what only its managers see. */
    public List<StaffCard> staffOf(AgencyId agency) {
        return entities.createQuery(
                        "select p from Professional p where p.agency = :agency order by p.displayName",
                        Professional.class)
                .setParameter("agency", agency)
                .getResultStream()
                .map(person -> new StaffCard(
                        person.id(),
                        person.agency(),
                        person.displayName(),
                        person.userName(),
                        person.from(),
                        Optional.ofNullable(person.until())))
                .toList();
    }

    /** Returns one who works or worked at an agency, with what only its managers see. */
    public Optional<StaffCard> staff(ProfessionalId id) {
        return Optional.ofNullable(entities.find(Professional.class, id))
                .flatMap(person -> staffOf(person.agency()).stream()
                        .filter(card -> card.id().equals(id))
                        .findFirst());
    }

    /** Returns the agencies that take part, by name, with where and since when. */
    public List<AgencyEntry> agencies() {
        Instant now = clock.instant();
        return entities.createQuery("select a from Agency a order by a.name", Agency.class)
                .getResultStream()
                .filter(agency -> agency.activeAt(now))
                .map(agency ->
                        new AgencyEntry(agency.card(now), Optional.ofNullable(agency.municipality()), agency.from()))
                .toList();
    }

    private List<FunctionHolding> all(ProfessionalId professional) {
        return holdings.of(List.of(professional));
    }

    private FunctionHolding holding(UUID id) {
        return holdings.find(id)
                .orElseThrow(() -> new NoSuchElementException("function holding " + id + " is not in the directory"));
    }

    private static HoldingCard card(FunctionHolding holding) {
        return new HoldingCard(
                holding.id(),
                holding.professional(),
                holding.function(),
                Optional.ofNullable(holding.proposedBy()),
                holding.proposedAt(),
                holding.waiting());
    }
}
