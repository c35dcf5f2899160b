package nl.samenzicht.domain.elsewhere;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ClosingReason;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.elsewhere.AskedQuestion.ContactState;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.domain.world.TestNotices.Told;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agencies that know the same person find each other, and nobody learns more than they need. */
class KnownElsewhereStoryTest {

    private static final CaseworkWorld WORLD = new CaseworkWorld();
    private static final Purpose ASSESSMENT = Purpose.SIGNAL_ASSESSMENT;
    private static final String WHY = "Bij een controle van een woning aangetroffen";

    private final ActingProfessional detective = WORLD.detective;
    private final ActingProfessional coordinator = WORLD.coordinator;
    private final ActingProfessional other = WORLD.otherCoordinator;
    private final ActingProfessional carer = WORLD.carer;

    @BeforeEach
    void begin() {
        WORLD.notices.told.clear();
        WORLD.notices.toNobody = 0;
        WORLD.sql("delete from question_use");
    }

    @Test
    void the_police_and_a_municipality_that_know_the_same_person_find_each_other() {
        // given
        var theirs = person(coordinator, "Ioana", "Radulescu-Munteanu", "1999-01-02");
        var ours = person(detective, "Joana", "Radulescu Munteanu", "1999-02-01");
        // when
        var told = ask(detective, ours);
        // then
        then(told.answer()).isNotEqualTo(Answer.NOT_KNOWN);
        then(asked(detective).get(0).contact()).isEqualTo(ContactState.POSSIBLE);
        then(received(coordinator)).hasSize(1);
        then(received(coordinator).get(0).caseName().id()).isEqualTo(theirs);
        then(received(coordinator).get(0).contact()).isEmpty();
        then(received(coordinator).get(0).answerable()).isFalse();
        then(WORLD.notices.told)
                .containsExactly(new Told(coordinator.agency(), Function.CARE_COORDINATOR, "elsewhere.told"));

        // when
        WORLD.as(detective, () -> WORLD.elsewhere.askContact(told.question(), WHY));
        // then
        var question = received(coordinator).get(0);
        then(question.answerable()).isTrue();
        then(question.contact()).isEmpty();
        then(asked(detective).get(0).contact()).isEqualTo(ContactState.WAITING);
        then(asked(detective).get(0).contacts()).isEmpty();

        // when
        WORLD.as(coordinator, () -> WORLD.elsewhere.answerContact(question.id(), true));
        // then
        var agreed = asked(detective).get(0);
        then(agreed.contact()).isEqualTo(ContactState.AGREED);
        then(agreed.contacts())
                .extracting(
                        contact -> contact.agency().id(),
                        contact -> contact.professional().id())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(coordinator.agency(), coordinator.professional()));
        then(received(coordinator).get(0).contact().orElseThrow().agency().id()).isEqualTo(detective.agency());
        then(WORLD.notices.told).contains(new Told(detective.agency(), detective.professional(), "elsewhere.agreed"));
    }

    @Test
    void declined_looks_to_the_asker_like_not_answered() {
        // given
        person(coordinator, "Wilhelmina", "Klaverdijkstra", "1990-05-06");
        person(other, "Ekaterina", "Roodewijkerzaan", "1991-07-08");
        var declined = ask(detective, person(detective, "Wilhelmina", "Klaverdijkstra", "1990-05-06"));
        var silent = ask(detective, person(detective, "Ekaterina", "Roodewijkerzaan", "1991-07-08"));
        WORLD.as(detective, () -> WORLD.elsewhere.askContact(declined.question(), WHY));
        WORLD.as(detective, () -> WORLD.elsewhere.askContact(silent.question(), WHY));
        // when
        var asked = received(coordinator).get(0).id();
        WORLD.as(coordinator, () -> WORLD.elsewhere.answerContact(asked, false));
        // then
        then(asked(detective))
                .extracting(AskedQuestion::contact)
                .startsWith(ContactState.WAITING, ContactState.WAITING);
        WORLD.clock.turn(KnownQuestion.CONTACT_TERM.plus(Duration.ofMinutes(1)));
        then(asked(detective))
                .extracting(AskedQuestion::contact)
                .startsWith(ContactState.NONE_CAME, ContactState.NONE_CAME);
        // and it is too late to answer
        var late = received(other).get(0).id();
        then(catchThrowableOfType(
                        NotPossible.class, () -> WORLD.as(other, () -> WORLD.elsewhere.answerContact(late, true))))
                .isNotNull();
    }

    @Test
    void an_answer_costs_the_same_whoever_is_known() {
        // given
        person(coordinator, "Anastasia", "Vermeulenbroek", "1993-03-04");
        var known = person(detective, "Anastasia", "Vermeulenbroek", "1993-03-04");
        var unknown = person(detective, "Theodora", "Hazelhofstaden", "1984-11-23");
        ask(detective, known);
        // when
        var hit = cost(() -> ask(detective, known));
        var miss = cost(() -> ask(detective, unknown));
        // then
        then(hit.answer()).isNotEqualTo(Answer.NOT_KNOWN);
        then(miss.answer()).isEqualTo(Answer.NOT_KNOWN);
        then(hit.statements()).isEqualTo(miss.statements());
        then(hit.lines()).isEqualTo(miss.lines()).isEqualTo(1 + KnownElsewhereService.MOST_HOLDERS);
        then(hit.rows()).isEqualTo(miss.rows()).isEqualTo(KnownElsewhereService.MOST_HOLDERS);
        then(hit.notices()).isEqualTo(miss.notices()).isEqualTo(KnownElsewhereService.MOST_HOLDERS);
    }

    @Test
    void what_may_not_be_told_is_not_known() {
        // given
        var ours = person(detective, "Margaretha", "Oosterlinckx", "1988-08-09");
        var theirs = person(coordinator, "Margaretha", "Oosterlinckx", "1988-08-09");
        then(ask(detective, ours).answer()).isNotEqualTo(Answer.NOT_KNOWN);
        // when, then
        then(answerWhile("update item set restricted = true where case_id = '%s'", theirs, ours))
                .as("a row that was changed behind our back counts as absent")
                .isEqualTo(Answer.NOT_KNOWN);
        WORLD.sql("update item set restricted = false where case_id = '%s'".formatted(theirs.value()));
        then(ask(detective, ours).answer()).isNotEqualTo(Answer.NOT_KNOWN);
        WORLD.sql("insert into conflict_of_interest (case_id, professional, recorded_by, recorded_at, mac) values"
                + " ('%s', '%s', '%s', utc_timestamp(6), 0x00)"
                        .formatted(
                                theirs.value(),
                                detective.professional().value(),
                                coordinator.professional().value()));
        then(ask(detective, ours).answer()).isEqualTo(Answer.NOT_KNOWN);
        WORLD.sql("delete from conflict_of_interest");
        WORLD.does(
                coordinator, () -> WORLD.participations.close(theirs, ClosingReason.HELP_COMPLETED, Purpose.SUPPORT));
        then(ask(detective, ours).answer()).isEqualTo(Answer.NOT_KNOWN);
    }

    @Test
    void the_police_answer_the_police_and_nobody_else() {
        // given
        person(detective, "Leopoldine", "Zwaanswijkhof", "1995-10-11");
        var ours = person(coordinator, "Leopoldine", "Zwaanswijkhof", "1995-10-11");
        // when, then
        then(ask(coordinator, ours).answer()).isEqualTo(Answer.NOT_KNOWN);
        then(received(detective)).noneMatch(question -> question.toldAt().equals(WORLD.clock.instant()));
    }

    @Test
    void a_care_provider_keeps_to_itself_whom_it_helps() {
        // given
        person(carer, "Josephine", "Grootenhuijsen", "1979-12-13");
        var ours = person(coordinator, "Josephine", "Grootenhuijsen", "1979-12-13");
        // when, then
        then(ask(coordinator, ours).answer()).isEqualTo(Answer.NOT_KNOWN);
    }

    @Test
    void who_takes_part_in_ones_own_case_is_not_elsewhere() {
        var ours = person(coordinator, "Philomena", "Westerterpstra", "1982-04-05");
        then(ask(coordinator, ours).answer()).isEqualTo(Answer.NOT_KNOWN);
    }

    @Test
    void whoever_asks_too_often_is_told_so() {
        // given
        var ours = person(detective, "Bartholomea", "Kruyswijckel", "1970-01-03");
        for (int i = 0; i < 10; i++) {
            ask(detective, ours);
        }
        // when
        var denied = catchThrowableOfType(AccessDenied.class, () -> ask(detective, ours));
        // then
        then(denied.told()).isEqualTo(Reason.ASKED_TOO_OFTEN);
        // and after an hour it may be asked again
        WORLD.clock.turn(Duration.ofHours(1));
        ask(detective, ours);
    }

    @Test
    void the_log_of_who_knows_says_who_asked_and_the_log_of_the_asker_does_not_say_who_knows() {
        // given
        var theirs = person(coordinator, "Gwendolyne", "Schuttevaerder", "1986-06-07");
        var ours = person(detective, "Gwendolyne", "Schuttevaerder", "1986-06-07");
        // when
        ask(detective, ours);
        WORLD.seal();
        // then
        var concerned = "select count(*) from ledger_index x join ledger_entry e on e.seq = x.seq where e.action ="
                + " 'KNOWN_ELSEWHERE' and e.case_id = '%s' and x.agency = '%s'";
        then(WORLD.ask(concerned.formatted(theirs.value(), coordinator.agency().value())))
                .isEqualTo("1");
        then(WORLD.ask(concerned.formatted(theirs.value(), detective.agency().value())))
                .isEqualTo("0");
    }

    @Test
    void nobody_answers_for_another_agency() {
        // given
        person(coordinator, "Hildegonda", "Ravesteijnberg", "1992-02-03");
        var told = ask(detective, person(detective, "Hildegonda", "Ravesteijnberg", "1992-02-03"));
        WORLD.as(detective, () -> WORLD.elsewhere.askContact(told.question(), WHY));
        var question = received(coordinator).get(0).id();
        // when, then
        then(catchThrowableOfType(
                        NotPossible.class, () -> WORLD.as(other, () -> WORLD.elsewhere.answerContact(question, true))))
                .isNotNull();
        then(catchThrowableOfType(
                        NotPossible.class,
                        () -> WORLD.as(other, () -> WORLD.elsewhere.askContact(told.question(), WHY))))
                .isNotNull();
        then(catchThrowableOfType(
                        NotPossible.class,
                        () -> WORLD.as(other, () -> WORLD.elsewhere.answerContact(UUID.randomUUID(), true))))
                .isNotNull();
    }

    @Test
    void nothing_is_asked_without_a_reason_or_by_too_little() {
        var ours = person(detective, "Noor", "", "");
        then(catchThrowableOfType(
                                NotPossible.class,
                                () -> WORLD.as(detective, () -> WORLD.elsewhere.ask(ours, "zomaar", ASSESSMENT)))
                        .getMessage())
                .startsWith("elsewhere.error.reason-short");
        then(catchThrowableOfType(NotPossible.class, () -> ask(detective, ours)).getMessage())
                .startsWith("elsewhere.error.too-little");
    }

    private record Cost(Answer answer, long statements, long lines, long rows, long notices) {}

    private Cost cost(java.util.function.Supplier<ToldAnswer> asking) {
        long lines = count("ledger_entry");
        long rows = count("known_holder");
        long notices = WORLD.notices.told.size() + WORLD.notices.toNobody;
        long statements = statements();
        var answer = asking.get().answer();
        return new Cost(
                answer,
                statements() - statements,
                count("ledger_entry") - lines,
                count("known_holder") - rows,
                WORLD.notices.told.size() + WORLD.notices.toNobody - notices);
    }

    private static long statements() {
        return Long.parseLong(WORLD.ask("select sum(variable_value) from information_schema.global_status where"
                + " variable_name in ('COM_SELECT', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE')"));
    }

    private static long count(String table) {
        return Long.parseLong(WORLD.ask("select count(*) from " + table));
    }

    private Answer answerWhile(String change, CaseFileId theirs, CaseFileId ours) {
        WORLD.sql(change.formatted(theirs.value()));
        return ask(detective, ours).answer();
    }

    private static ToldAnswer ask(ActingProfessional who, CaseFileId file) {
        return WORLD.as(who, () -> WORLD.elsewhere.ask(file, WHY, ASSESSMENT));
    }

    private static List<AskedQuestion> asked(ActingProfessional who) {
        return WORLD.as(who, () -> WORLD.elsewhere.of(ASSESSMENT)).asked();
    }

    private static List<ReceivedQuestion> received(ActingProfessional who) {
        return WORLD.as(who, () -> WORLD.elsewhere.of(ASSESSMENT)).received();
    }

    private static CaseFileId person(ActingProfessional who, String given, String family, String born) {
        var file = WORLD.as(
                        who,
                        () -> WORLD.caseFiles.open(
                                new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), purpose(who)))
                .id();
        ItemId unused = WORLD.as(
                who,
                () -> WORLD.caseFiles.record(
                        file,
                        DataCategory.IDENTITY,
                        ItemKind.FIELDS,
                        Map.of("givenNames", given, "familyName", family, "birthDate", born),
                        purpose(who)));
        return file;
    }

    private static Purpose purpose(ActingProfessional who) {
        return who.function() == Function.DETECTIVE ? ASSESSMENT : Purpose.SUPPORT;
    }
}
