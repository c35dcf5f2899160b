package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ParticipationState;

/** What holds of every alert, whatever stands in the log. */
class AnomalyRulesProperties {
    private static final LocalDate BEGIN = LocalDate.parse("2026-11-02");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-09");

    /** One thing that somebody did. */
    record Act(String who, int day, int minute, int what, String file) {}

    @Provide
    Arbitrary<List<Act>> weeks() {
        return Combinators.combine(
                        Arbitraries.of("noor", "bram", "kim"),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 15).map(number -> "SZ-" + number))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(250);
    }

    private static LogFixture written(List<Act> acts) {
        var log = new LogFixture()
                .marked("SZ-1", MarkKind.WELL_KNOWN, null)
                .marked("SZ-2", MarkKind.COLLEAGUE, "noor")
                .takesPart("SZ-3", ParticipationState.NONE);
        for (var act : acts) {
            var at = BEGIN.plusDays(act.day()) + "T%02d:%02d".formatted(act.minute() / 60, act.minute() % 60);
            switch (act.what()) {
                case 0 -> log.refused(act.who(), at, act.file());
                case 1 -> log.did(act.who(), at, Action.SEARCH);
                case 2 -> log.brokeGlass(act.who(), at, act.file());
                case 3 -> log.asked(act.who(), at, Answer.NOT_KNOWN);
                case 4 -> log.askedTheLog(act.who(), at, "professional=" + LogFixture.person("kim"));
                default -> log.looked(act.who(), at, act.file());
            }
        }
        return log;
    }

    @Property(tries = 200)
    void an_alert_rests_on_lines_of_who_it_is_about_and_of_days_that_are_told(@ForAll("weeks") List<Act> acts) {
        var log = written(acts);
        var byCode = log.lines().stream().collect(toMap(LoggedEntry::code, Function.identity()));
        for (var rule : AnomalyRule.values()) {
            for (var found : log.found(rule, FIRST.toString())) {
                then(found.rule()).isEqualTo(rule);
                then(found.day()).isAfterOrEqualTo(FIRST);
                then(found.lines()).isNotEmpty().doesNotHaveDuplicates().allSatisfy(code -> {
                    var line = byCode.get(code);
                    then(found.people()).contains(Watch.who(line));
                    found.professional().ifPresent(who -> then(Watch.who(line)).isEqualTo(who));
                    found.caseId().ifPresent(file -> then(line.event().caseId()).isEqualTo(file));
                });
            }
        }
    }

    @Property(tries = 100)
    void one_rule_tells_one_thing_once(@ForAll("weeks") List<Act> acts) {
        var log = written(acts);
        for (var rule : AnomalyRule.values()) {
            then(log.found(rule, FIRST.toString()))
                    .extracting(each -> List.of(each.professional(), each.day(), each.caseId()))
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 100)
    void what_is_found_is_read_back_as_it_was_written(@ForAll("weeks") List<Act> acts) {
        var log = written(acts);
        for (var rule : AnomalyRule.values()) {
            for (var found : log.found(rule, FIRST.toString())) {
                then(AnomalyText.read(rule, AnomalyText.of(found))).isEqualTo(found);
            }
        }
    }
}
