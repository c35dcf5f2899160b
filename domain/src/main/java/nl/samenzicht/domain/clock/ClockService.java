package nl.samenzicht.domain.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.ItemTerms;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.ConsentView;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.plan.DueActions.Due;
import nl.samenzicht.domain.residence.RouteTerms;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Brings together what ends when, in one case and over all cases of somebody. */
@ApplicationScoped
public class ClockService {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int MOST = 200;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final ItemTerms terms;
    private final CaseFiles caseFiles;
    private final ShareService shares;
    private final ConsentService consents;
    private final Clock clock;

    protected ClockService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ClockService(
            AccessGate gate,
            CurrentProfessional current,
            ItemTerms terms,
            CaseFiles caseFiles,
            ShareService shares,
            ConsentService consents,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.terms = terms;
        this.caseFiles = caseFiles;
        this.shares = shares;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * All clocks of a case that the asker may know of, first ending first; a part of its card, which was admitted once for
     * all its parts. Of shares, consents and actions the first to end stands for the others.
     *
     * @param actions what is to be done by one's own agency, first due first
     */
    public List<CaseClock> ofCase(AccessGrant card, CaseOverview overview, List<ShareView> given, List<Due> actions) {
        gate.check(card, Action.VIEW_CASE);
        var today = LocalDate.ofInstant(card.at(), AMSTERDAM);
        var clocks = new ArrayList<CaseClock>(residence(card, today));
        first(ClockKind.ACTION, today, actions.stream().map(due -> new End(due.dueOn(), Optional.empty(), false)))
                .ifPresent(clocks::add);
        first(ClockKind.SHARE, today, running(given.stream())).ifPresent(clocks::add);
        first(ClockKind.CONSENT, today, granted(card)).ifPresent(clocks::add);
        ownEnd(card.who(), overview)
                .ifPresent(end -> clocks.add(CaseClock.of(ClockKind.PARTICIPATION, today, lastDay(end))));
        overview.cooperation()
                .until()
                .ifPresent(end -> clocks.add(CaseClock.of(ClockKind.FRAMEWORK, today, lastDay(end))));
        return clocks.stream().sorted(Comparator.comparing(CaseClock::lastDay)).toList();
    }

    private record End(LocalDate lastDay, Optional<String> with, boolean given) {}

    private static Optional<CaseClock> first(ClockKind kind, LocalDate today, Stream<End> ends) {
        var sorted = ends.sorted(Comparator.comparing(End::lastDay)).toList();
        return sorted.stream()
                .findFirst()
                .map(end -> CaseClock.of(kind, today, end.lastDay(), end.with(), end.given(), sorted.size() - 1));
    }

    private List<CaseClock> residence(AccessGrant card, LocalDate today) {
        if (!(card.sections().get(DataCategory.RESIDENCE) instanceof SectionState.Open)) {
            return List.of();
        }
        return terms.of(new CaseFileId(card.caseFile().orElseThrow())).stream()
                .filter(term -> term.shownBy(gate, card.who(), card.purpose(), card.at()))
                .map(term -> CaseClock.of(ClockKind.of(term.term()), today, term.lastDay()))
                // two agencies may have recorded the same
                .distinct()
                .toList();
    }

    private static Stream<End> running(Stream<ShareView> shares) {
        return shares.filter(share -> share.current() == ShareState.ACCEPTED)
                .filter(share -> !share.until().equals(ResourceFacts.NO_END))
                .map(share -> new End(
                        lastDay(share.until()),
                        Optional.of((share.outgoing() ? share.recipient() : share.giver()).name()),
                        share.outgoing()));
    }

    private Stream<End> granted(AccessGrant card) {
        return consents.of(card).stream()
                .filter(consent -> consent.state() == ConsentState.GRANTED)
                .filter(consent -> !consent.until().equals(ResourceFacts.NO_END))
                .map((ConsentView consent) -> new End(
                        lastDay(consent.until()),
                        Optional.of(consent.recipient().name()),
                        false));
    }

    private static Optional<Instant> ownEnd(ActingProfessional who, CaseOverview overview) {
        return overview.parties().stream()
                .filter(party -> party.active()
                        && party.agency().id().equals(who.agency())
                        && party.professional()
                                .map(person -> person.id().equals(who.professional()))
                                .orElse(true))
                .map(PartyView::until)
                .max(Comparator.naturalOrder())
                .filter(end -> !end.equals(ResourceFacts.NO_END));
    }

    private static LocalDate lastDay(Instant until) {
        return LocalDate.ofInstant(until.minusNanos(1), AMSTERDAM);
    }

    /**
     * Returns the terms of the residence route and the shares that end within the first warning, or are past, in all cases
     * that the asker could open for this purpose; first ending first, at most 200. One look, on record as one.
     *
     * @throws AccessDenied when there is nothing to list for this purpose
     */
    @Transactional
    public List<EndingTerm> ending(Purpose purpose) {
        var list = gate.admit(AccessRequest.ofList(current.current(), purpose, clock.instant()));
        var today = LocalDate.ofInstant(list.at(), AMSTERDAM);
        var last = today.plusDays(RouteTerms.warnings(today).get(0));
        var residence = terms.ending(list, last, MOST).stream()
                .filter(term -> term.shownBy(gate, list.who(), purpose, list.at()))
                .map(term -> new EndingTerm(
                        caseFiles.nameOf(term.caseFile()),
                        CaseClock.of(ClockKind.of(term.term()), today, term.lastDay())));
        var ofShares = shares.directory(list).stream()
                .flatMap(share -> running(Stream.of(share))
                        .filter(end -> !end.lastDay().isAfter(last))
                        .map(end -> new EndingTerm(
                                share.caseName(),
                                CaseClock.of(ClockKind.SHARE, today, end.lastDay(), end.with(), end.given(), 0))));
        return Stream.concat(residence, ofShares)
                .distinct()
                .sorted(Comparator.comparing(term -> term.clock().lastDay()))
                .limit(MOST)
                .toList();
    }
}
