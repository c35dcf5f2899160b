package nl.samenzicht.domain.clock;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.ItemTerms;
import nl.samenzicht.domain.casefile.ItemTerms.ItemTerm;
import nl.samenzicht.domain.casefile.ItemTerms.LedTerm;
import nl.samenzicht.domain.residence.RouteTerms;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.Purpose;

/**
 * Warns of terms of the residence route that end: once for each number of days in {@code residence/terms.tsv}, also when the
 * product was off or more than one node runs. A notice names the case by its opaque number, and not what ends. It goes to
 * those of the leading agency, and of the agency that recorded the term, who could see the field that says it.
 */
@ApplicationScoped
public class ClockWarnings {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** For so many days after its end a warning that was missed is still given. */
    private static final int LATE_DAYS = 7;

    private final AccessGate gate;
    private final ItemTerms terms;
    private final Directory directory;
    private final Notices notices;
    private final Clock clock;

    protected ClockWarnings() {
        this(null, null, null, null, null);
    }

    @Inject
    public ClockWarnings(AccessGate gate, ItemTerms terms, Directory directory, Notices notices, Clock clock) {
        this.gate = gate;
        this.terms = terms;
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    /** A warning that is to be given. */
    public record Warning(LedTerm of, int days) {}

    /** The warnings whose turn it is. Of several that were missed only the last is given. */
    @Transactional
    public List<Warning> due() {
        var today = LocalDate.ofInstant(clock.instant(), AMSTERDAM);
        var days = RouteTerms.warnings(today);
        return terms.between(today.minusDays(LATE_DAYS), today.plusDays(days.get(0))).stream()
                .flatMap(term -> warning(term, days, today).stream())
                .filter(warning -> !terms.warned(warning.of().term(), warning.days()))
                .toList();
    }

    private static Optional<Warning> warning(LedTerm led, List<Integer> days, LocalDate today) {
        var term = led.term();
        if (term.lastDay().isBefore(today) && term.recordedOn().isAfter(term.lastDay())) {
            // whoever recorded it after its end knew
            return Optional.empty();
        }
        var left = RouteTerms.daysLeft(today, term.lastDay());
        return days.stream()
                .filter(each -> left <= each)
                .reduce((earlier, later) -> later)
                .map(each -> new Warning(led, each));
    }

    /**
     * Gives a warning; does nothing when it was given meanwhile, or while there is nobody who may be told.
     *
     * @return whether somebody was told
     */
    @Transactional
    public boolean give(Warning warning) {
        var at = clock.instant();
        var term = warning.of().term();
        var readers = Stream.of(warning.of().lead(), term.owner())
                .distinct()
                .flatMap(agency -> directory.professionalsOf(agency).stream())
                .filter(card -> maySee(card, term, at))
                .toList();
        if (readers.isEmpty() || !terms.noteWarning(term, warning.days(), at)) {
            return false;
        }
        var kind =
                warning.days() == 0 ? "term.ends-today" : warning.days() <= 7 ? "term.ends-urgent" : "term.ends-soon";
        readers.forEach(card ->
                notices.tell(card.agency(), card.id(), kind, term.caseFile().value()));
        return true;
    }

    private boolean maySee(ProfessionalCard card, ItemTerm term, Instant at) {
        var type = directory.agency(card.agency()).type();
        return card.functions().stream()
                .filter(Function::worksOnCases)
                .map(function -> ActingProfessional.supposed(card, type, function))
                .anyMatch(who -> usual(who, at).stream().anyMatch(purpose -> term.shownBy(gate, who, purpose, at)));
    }

    /** An emergency is nobody's usual purpose: what it opened is not for being told of. */
    private Set<Purpose> usual(ActingProfessional who, Instant at) {
        return gate.purposesOf(who, at).stream()
                .filter(purpose -> purpose != Purpose.ACUTE_SAFETY)
                .collect(toSet());
    }
}
