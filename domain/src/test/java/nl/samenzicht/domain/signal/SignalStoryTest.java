package nl.samenzicht.domain.signal;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.SearchKind;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.signal.Meldcode.Taken;
import nl.samenzicht.domain.signal.SignalService.SentBefore;
import nl.samenzicht.domain.signal.SignalStep.Step;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.Acts;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.Test;

/** What people do with a signal, on a real database: a teacher, a coordinator, another agency and those who have no part in it. */
class SignalStoryTest {

    private static final String SEEN = "Een jongen van zestien heeft ineens dure schoenen en slaapt in de les.";
    private static final String REASON = "Hij moet pakketten wegbrengen en durft niet te stoppen.";

    private static final CaseworkWorld WORLD = new CaseworkWorld();

    private CaseworkWorld world = WORLD;

    private static Map<String, String> typed() {
        var typed = new HashMap<String, String>();
        typed.put("observed", SEEN);
        typed.put("observation", "FACT");
        typed.put("givenNames", "Ismael");
        typed.put("familyName", "Baroudi");
        typed.put("birthDate", "2010-02-03");
        typed.put("gender", "MALE");
        typed.put("firstContact", "ONLINE");
        typed.put("daysToExploitation", "5");
        typed.put("exploitation", "CRIMINAL");
        return typed;
    }

    private SignalId sent(ActingProfessional by, ActingProfessional to, Map<String, String> typed) {
        return world.as(by, () -> {
            var draft = world.signals.begin(typed);
            world.signals.send(draft.id(), draft.saves(), typed, to.agency(), false, true);
            return draft.id();
        });
    }

    private SignalId sent() {
        return sent(world.teacher, world.coordinator, typed());
    }

    private SignalView opened(SignalId id, ActingProfessional by) {
        return world.as(by, () -> world.triage.open(id));
    }

    private void assessed(SignalId id, ActingProfessional by, Conclusion conclusion) {
        world.does(
                by,
                () -> world.triage.assess(
                        id,
                        new Assessment(
                                1,
                                Profile.CHILD_LABOUR,
                                Optional.of("CRIMINAL"),
                                Optional.empty(),
                                List.of(Observation.of("CD-06", Answer.PRESENT)),
                                conclusion,
                                REASON)));
    }

    private static String valueOf(SignalView view, DataCategory category, String field) {
        return view.items().stream()
                .filter(item -> item.kind() == ItemKind.FIELDS)
                .map(item -> item.content().values().get(field))
                .filter(value -> value != null)
                .findFirst()
                .orElse("");
    }

    @Test
    void what_was_typed_is_kept_and_found_again_by_its_author_alone() {
        // given
        var draft = world.as(world.teacher, () -> world.signals.begin(Map.of("observed", "Ik zag een jongen")));
        // when
        int saves = world.as(
                world.teacher,
                () -> world.signals.save(draft.id(), draft.saves(), Map.of("observed", "Ik zag een jongen die")));
        // then
        then(world.as(world.teacher, () -> world.signals.resume(draft.id())).typed())
                .containsEntry("observed", "Ik zag een jongen die");
        then(saves).isEqualTo(2);
        for (var other : List.of(world.coordinator, world.carer, world.detective)) {
            thenThrownBy(() -> world.does(other, () -> world.signals.resume(draft.id())))
                    .isInstanceOfSatisfying(
                            AccessDenied.class, denied -> then(denied.told()).isEqualTo(Reason.NOTHING_HERE));
        }
    }

    @Test
    void a_second_window_does_not_overwrite_a_draft_unseen() {
        // given
        var draft = world.as(world.teacher, () -> world.signals.begin(Map.of("observed", "eerste")));
        world.does(world.teacher, () -> world.signals.save(draft.id(), draft.saves(), Map.of("observed", "tweede")));
        // when, then
        thenThrownBy(() -> world.does(
                        world.teacher,
                        () -> world.signals.save(draft.id(), draft.saves(), Map.of("observed", "derde"))))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("signal.error.draft-changed"));
        then(world.as(world.teacher, () -> world.signals.resume(draft.id())).typed())
                .containsEntry("observed", "tweede");
    }

    @Test
    void a_draft_that_is_thrown_away_is_gone() {
        var draft = world.as(world.teacher, () -> world.signals.begin(Map.of("observed", "vergissing")));
        world.does(world.teacher, () -> world.signals.discard(draft.id()));
        thenThrownBy(() -> world.does(world.teacher, () -> world.signals.resume(draft.id())))
                .isInstanceOf(AccessDenied.class);
        then(world.as(world.teacher, () -> world.signals.written()))
                .noneMatch(card -> card.id().equals(draft.id()));
        then(world.as(world.officer, () -> world.inspection.inspect(world.teacher.agency()))
                        .findings())
                .isEmpty();
    }

    @Test
    void the_coordinator_reads_what_was_seen_and_initials_of_whom_it_is_about() {
        // when
        var view = opened(sent(), world.coordinator);
        // then
        then(valueOf(view, DataCategory.SIGNAL, "observed")).isEqualTo(SEEN);
        then(valueOf(view, DataCategory.IDENTITY, "givenNames")).isEqualTo("I.");
        then(valueOf(view, DataCategory.IDENTITY, "familyName")).isEqualTo("B.");
        then(valueOf(view, DataCategory.IDENTITY, "birthDate")).isEmpty();
        then(view.mayTriage()).isTrue();
    }

    @Test
    void for_everybody_else_a_signal_does_not_exist() {
        // given
        var id = sent();
        // when, then
        for (var other :
                List.of(world.otherCoordinator, world.carer, world.youthWorker, world.detective, world.caseDirector)) {
            thenThrownBy(() -> opened(id, other))
                    .isInstanceOfSatisfying(
                            AccessDenied.class, denied -> then(denied.told()).isEqualTo(Reason.NOTHING_HERE));
            thenThrownBy(() -> world.does(other, () -> world.triage.take(id)))
                    .isInstanceOfSatisfying(
                            AccessDenied.class, denied -> then(denied.told()).isEqualTo(Reason.NOTHING_HERE));
        }
        then(waiting(world.otherCoordinator)).doesNotContain(id);
    }

    @Test
    void the_officer_of_the_agency_that_assesses_it_reads_no_signal() {
        var id = sent();
        thenThrownBy(() -> opened(id, world.officer)).isInstanceOf(AccessDenied.class);
    }

    private List<SignalId> waiting(ActingProfessional who) {
        return world.as(who, () -> world.triage.queue()).waiting().stream()
                .map(SignalCard::id)
                .toList();
    }

    @Test
    void the_sender_cannot_decide_on_it() {
        var id = sent();
        thenThrownBy(() -> world.does(world.teacher, () -> world.triage.take(id)))
                .isInstanceOf(AccessDenied.class);
        then(opened(id, world.teacher).mayTriage()).isFalse();
    }

    @Test
    void what_is_missing_is_said_at_once_and_the_draft_stays() {
        // given
        var typed = typed();
        typed.remove("observed");
        typed.remove("observation");
        typed.put("birthDate", "31-02-2010");
        var draft = world.as(world.teacher, () -> world.signals.begin(typed));
        // when, then
        thenThrownBy(() -> world.as(
                        world.teacher,
                        () -> world.signals.send(
                                draft.id(), draft.saves(), typed, world.coordinator.agency(), false, false)))
                .isInstanceOfSatisfying(
                        ContentNotValid.class,
                        wrong -> then(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("observed", "observation", "birthDate"));
        then(world.as(world.teacher, () -> world.signals.resume(draft.id())).typed())
                .containsEntry("familyName", "Baroudi");
    }

    @Test
    void a_signal_that_is_sent_twice_is_sent_once() {
        // given
        var draft = world.as(world.teacher, () -> world.signals.begin(typed()));
        world.does(
                world.teacher,
                () -> world.signals.send(draft.id(), 1, typed(), world.coordinator.agency(), false, true));
        // when, then
        thenThrownBy(() -> world.does(
                        world.teacher,
                        () -> world.signals.send(draft.id(), 1, typed(), world.coordinator.agency(), false, true)))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("signal.error.already-sent"));
        then(waiting(world.coordinator)).containsOnlyOnce(draft.id());
    }

    @Test
    void the_same_words_again_are_asked_about_first() {
        // given
        var earlier = typed();
        earlier.put("observed", "Een meisje vraagt op school om geld.");
        sent(world.teacher, world.coordinator, earlier);
        var typed = typed();
        typed.put("observed", "Een meisje vraagt OP SCHOOL om geld  ");
        var draft = world.as(world.teacher, () -> world.signals.begin(typed));
        // when, then
        thenThrownBy(() -> world.does(
                        world.teacher,
                        () -> world.signals.send(draft.id(), 1, typed, world.coordinator.agency(), false, false)))
                .isInstanceOf(SentBefore.class);
        world.does(
                world.teacher, () -> world.signals.send(draft.id(), 1, typed, world.coordinator.agency(), false, true));
        then(waiting(world.coordinator)).contains(draft.id());
    }

    @Test
    void of_two_who_take_a_decision_at_once_the_second_is_told() throws Exception {
        // given
        var id = sent();
        assessed(id, world.coordinator, Conclusion.PRESUMED_VICTIM);
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        // when
        var tries = List.of(1, 2).stream()
                .map(any -> pool.submit(() -> {
                    together.await();
                    try {
                        world.as(world.coordinator, () -> world.triage.accept(id, Cooperation.single()));
                        return "accepted";
                    } catch (NotPossible no) {
                        return no.messageKey();
                    }
                }))
                .toList();
        // then
        then(List.of(tries.get(0).get(), tries.get(1).get()))
                .containsExactlyInAnyOrder("accepted", "signal.error.decided");
        pool.shutdown();
    }

    @Test
    void nothing_is_decided_without_a_conclusion_of_a_person() {
        var id = sent();
        thenThrownBy(() -> world.does(world.coordinator, () -> world.triage.close(id, "")))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("signal.error.no-conclusion"));
        thenThrownBy(() -> world.as(world.coordinator, () -> world.triage.accept(id, Cooperation.single())))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void accepting_opens_a_case_with_the_whole_name_and_tells_the_sender_no_more_than_that() {
        // given
        var id = sent();
        assessed(id, world.coordinator, Conclusion.PRESUMED_VICTIM);
        // when
        var opened = world.as(world.coordinator, () -> world.triage.accept(id, Cooperation.single()));
        // then
        var identity = world.as(
                world.coordinator, () -> world.caseFiles.open(opened.id(), DataCategory.IDENTITY, Purpose.SUPPORT));
        then(identity.items())
                .extracting(item -> item.content().values().get("familyName"))
                .containsExactly("Baroudi");
        var signal = world.as(
                world.coordinator, () -> world.caseFiles.open(opened.id(), DataCategory.SIGNAL, Purpose.SUPPORT));
        then(signal.items()).extracting(ItemView::kind).containsExactlyInAnyOrder(ItemKind.FIELDS, ItemKind.ASSESSMENT);
        var told = opened(id, world.teacher);
        then(told.caseName()).isEmpty();
        then(told.items()).noneMatch(item -> item.kind() == ItemKind.ASSESSMENT);
        then(told.steps()).extracting(SignalView.StepView::step).containsExactly(Step.SENT, Step.ACCEPTED);
        then(told.card().assignee()).isEmpty();
    }

    @Test
    void its_number_is_known_to_who_sent_it_and_who_decides_on_it_and_to_nobody_else() {
        // given
        var id = sent();
        // then
        then(numberFor(world.teacher, id)).isPresent();
        then(numberFor(world.coordinator, id)).isPresent();
        then(numberFor(world.otherCoordinator, id)).isEmpty();
    }

    private Optional<String> numberFor(ActingProfessional who, SignalId id) {
        return world.as(who, () -> world.allSignals.numberFor(who.agency(), id.value()));
    }

    @Test
    void what_is_missing_is_known_before_it_is_sent() {
        then(world.signals.faults(Map.of("givenNames", "Sem")))
                .extracting(fault -> fault.field())
                .contains("observed", "observation");
        then(world.signals.faults(typed())).isEmpty();
    }

    @Test
    void accepting_takes_time_and_the_case_that_it_opens_holds_from_within_it() {
        // given
        var id = sent();
        assessed(id, world.coordinator, Conclusion.PRESUMED_VICTIM);
        world.clock.ticks(Duration.ofMillis(1));
        try {
            // when
            var opened = world.as(world.coordinator, () -> world.triage.accept(id, Cooperation.single()));
            // then
            then(world.as(
                                    world.coordinator,
                                    () -> world.caseFiles.open(opened.id(), DataCategory.IDENTITY, Purpose.SUPPORT))
                            .items())
                    .hasSize(1);
        } finally {
            world.clock.ticks(Duration.ZERO);
        }
    }

    @Test
    void a_question_reaches_the_sender_and_the_answer_the_coordinator() {
        // given
        var id = sent();
        world.does(world.coordinator, () -> world.triage.take(id));
        // when
        world.does(world.coordinator, () -> world.triage.askMore(id, "Weet u wie hem ophaalt?"));
        world.does(world.teacher, () -> world.signals.tellMore(id, "Een man in een grijze auto."));
        // then
        then(notes(opened(id, world.teacher)))
                .containsExactly("Weet u wie hem ophaalt?", "Een man in een grijze auto.");
        then(notes(opened(id, world.coordinator)))
                .containsExactly("Weet u wie hem ophaalt?", "Een man in een grijze auto.");
        then(opened(id, world.coordinator).card().state()).isEqualTo(SignalState.TAKEN);
    }

    private static List<String> notes(SignalView view) {
        return view.items().stream()
                .filter(item -> item.kind() == ItemKind.NOTE)
                .map(item -> item.content().values().get(ItemContent.NOTE_TEXT))
                .toList();
    }

    @Test
    void who_passes_a_signal_on_reads_it_no_longer() {
        // given
        var id = sent();
        assessed(id, world.coordinator, Conclusion.FURTHER_INQUIRY);
        // when
        world.does(
                world.coordinator, () -> world.triage.refer(id, world.youthWorker.agency(), "Hij woont in uw regio."));
        // then
        var there = opened(id, world.youthWorker);
        then(valueOf(there, DataCategory.SIGNAL, "observed")).isEqualTo(SEEN);
        then(notes(there)).containsExactly("Hij woont in uw regio.");
        then(there.items()).noneMatch(item -> item.kind() == ItemKind.ASSESSMENT);
        then(there.mayTriage()).isTrue();
        var left = opened(id, world.coordinator);
        then(left.items()).allMatch(ItemView::own);
        then(left.mayTriage()).isFalse();
        then(waiting(world.coordinator)).doesNotContain(id);
        then(valueOf(opened(id, world.teacher), DataCategory.SIGNAL, "observed"))
                .isEqualTo(SEEN);
    }

    @Test
    void an_unfounded_signal_is_used_for_six_months_and_no_longer() {
        // given
        world = new CaseworkWorld();
        var id = sent();
        assessed(id, world.coordinator, Conclusion.NO_INDICATION);
        world.does(world.coordinator, () -> world.triage.close(id, "Dank u; wij zien geen aanwijzing."));
        then(notes(opened(id, world.teacher))).containsExactly("Dank u; wij zien geen aanwijzing.");
        // when
        world.clock.turn(Duration.ofDays(190));
        // then
        thenThrownBy(() -> opened(id, world.coordinator)).isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> opened(id, world.teacher)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_case_that_may_be_about_the_same_person_is_pointed_out_without_showing_the_name() {
        // given
        world = new CaseworkWorld();
        var first = sent();
        assessed(first, world.coordinator, Conclusion.PRESUMED_VICTIM);
        var known = world.as(world.coordinator, () -> world.triage.accept(first, Cooperation.single()));
        var typed = typed();
        typed.put("observed", "Weer gezien bij het station, met twee anderen.");
        typed.put("givenNames", "Ismaël");
        // when
        var second = sent(world.teacher, world.coordinator, typed);
        var alike = world.as(world.coordinator, () -> world.triage.alike(second));
        // then
        then(alike).singleElement().satisfies(hit -> {
            then(hit.caseName().id()).isEqualTo(known.id());
            then(hit.by()).containsExactlyInAnyOrder(SearchKind.NAME, SearchKind.BIRTH_DATE);
        });
        assessed(second, world.coordinator, Conclusion.PRESUMED_VICTIM);
        world.does(world.coordinator, () -> world.triage.link(second, known.id()));
        then(opened(second, world.coordinator).caseName()).contains(known);
    }

    @Test
    void the_police_keep_a_signal_among_themselves() {
        // given
        var draft = world.as(world.detective, () -> world.signals.begin(typed()));
        // when, then
        then(world.as(world.detective, () -> world.signals.receivers()))
                .extracting(AgencyCard::id)
                .containsExactly(world.detective.agency());
        thenThrownBy(() -> world.does(
                        world.detective,
                        () -> world.signals.send(draft.id(), 1, typed(), world.coordinator.agency(), false, true)))
                .isInstanceOf(AccessDenied.class);
        world.does(
                world.detective,
                () -> world.signals.send(draft.id(), 1, typed(), world.detective.agency(), false, false));
        then(opened(draft.id(), world.detective).mayTriage()).isTrue();
    }

    @Test
    void a_signal_never_goes_to_a_school() {
        // given
        var draft = world.as(world.carer, () -> world.signals.begin(typed()));
        // when, then
        then(world.as(world.carer, () -> world.signals.receivers()))
                .extracting(AgencyCard::id)
                .contains(world.coordinator.agency())
                .doesNotContain(world.teacher.agency());
        thenThrownBy(() -> world.does(
                        world.carer,
                        () -> world.signals.send(draft.id(), 1, typed(), world.teacher.agency(), false, true)))
                .isInstanceOf(AccessDenied.class);
        var received = sent(world.carer, world.coordinator, typed());
        thenThrownBy(() -> world.does(
                        world.coordinator,
                        () -> world.triage.refer(received, world.teacher.agency(), "Voor de mentor van deze jongen.")))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void only_who_sent_a_signal_answers_what_is_asked() {
        // given
        var id = sent();
        world.does(world.coordinator, () -> world.triage.askMore(id, "Weet u wie hem ophaalt?"));
        // when, then
        thenThrownBy(() -> world.does(
                        world.coordinator, () -> world.signals.tellMore(id, "Ik antwoord namens de school.")))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("signal.error.not-yours"));
        then(opened(id, world.coordinator).card().state()).isEqualTo(SignalState.MORE_ASKED);
    }

    @Test
    void who_may_not_decide_passes_nothing_on_and_the_log_says_so() {
        // given
        var id = sent(world.carer, world.coordinator, typed());
        // when, then
        thenThrownBy(() -> world.does(
                        world.carer,
                        () -> world.triage.refer(id, world.youthWorker.agency(), "Ik stuur het zelf door.")))
                .isInstanceOf(AccessDenied.class);
        world.seal();
        var passedOn = new ArrayList<UUID>();
        new Acts(world.database)
                .each(
                        world.youthWorker.agency(),
                        List.of(Action.SEND_SIGNAL.name()),
                        (event, code) -> passedOn.add(event.caseId()));
        then(passedOn).doesNotContain(id.value());
    }

    @Test
    void the_words_of_a_colleague_are_not_found() {
        // given
        var typed = typed();
        typed.put("observed", "Twee meisjes zijn met een oudere man meegegaan.");
        sent(world.carer, world.coordinator, typed);
        var colleague = world.colleagueOf(world.carer);
        var draft = world.as(colleague, () -> world.signals.begin(typed));
        // when
        world.does(colleague, () -> world.signals.send(draft.id(), 1, typed, world.coordinator.agency(), false, false));
        // then
        then(waiting(world.coordinator)).contains(draft.id());
    }

    @Test
    void steps_of_the_meldcode_are_kept_with_the_reason_for_one_that_was_skipped() {
        // given
        var id = sent();
        var today = java.time.LocalDate.of(2026, 11, 23);
        var steps = new Meldcode(Map.of(
                Meldcode.Step.MAP_SIGNALS, new Taken(true, today, "Met de mentor | besproken"),
                Meldcode.Step.TALK, new Taken(false, today, "Niet veilig: thuis weet men van niets")));
        // when
        world.does(world.teacher, () -> world.signals.recordMeldcode(id, steps));
        // then
        var kept = opened(id, world.teacher).items().stream()
                .filter(item -> item.kind() == ItemKind.MELDCODE)
                .map(item -> Meldcode.of(item.content().values()))
                .toList();
        then(kept).containsExactly(steps);
        then(kept.get(0).next()).contains(Meldcode.Step.CONSULT);
        then(opened(id, world.coordinator).items()).noneMatch(item -> item.kind() == ItemKind.MELDCODE);
        thenThrownBy(() -> world.does(
                        world.teacher,
                        () -> world.signals.recordMeldcode(
                                id, new Meldcode(Map.of(Meldcode.Step.TALK, new Taken(false, today, " "))))))
                .isInstanceOf(ContentNotValid.class);
    }

    @Test
    void a_forged_holder_buys_nothing_and_is_named() throws Exception {
        // given
        var id = sent();
        try (var connection = world.database.getConnection();
                var update = connection.prepareStatement("update `signal` set holder = ? where id = ?")) {
            update.setString(1, world.carer.agency().value().toString());
            update.setString(2, id.value().toString());
            then(update.executeUpdate()).isOne();
        }
        // when, then
        thenThrownBy(() -> opened(id, world.carer)).isInstanceOf(AccessDenied.class);
        then(world.as(world.officer, () -> world.inspection.inspect(world.carer.agency()))
                        .findings())
                .isNotEmpty();
    }
}
