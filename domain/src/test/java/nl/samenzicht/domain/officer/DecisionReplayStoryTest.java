package nl.samenzicht.domain.officer;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.oversight.DecisionReplay;
import nl.samenzicht.security.oversight.Replay;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.Test;

/** What people really do in a case, decided by the gate, is reproduced from what the log kept of it. */
class DecisionReplayStoryTest {

    @Test
    void what_people_did_in_a_case_is_reproduced_from_the_log() {
        // given
        var world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        CaseName name = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT));
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        name.id(),
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Logeert bij een vriendin"),
                        Purpose.SUPPORT));
        for (var who : List.of(world.coordinator, world.carer, world.detective)) {
            for (var category : List.of(DataCategory.SITUATION, DataCategory.HEALTH, DataCategory.CRIMINAL_JUSTICE)) {
                for (var purpose : List.of(Purpose.SUPPORT, Purpose.INVESTIGATION)) {
                    var refusedOrNot = catchThrowable(
                            () -> world.as(who, () -> world.caseFiles.open(name.id(), category, purpose)));
                }
            }
        }
        world.seal();
        // when
        var replay = new DecisionReplay(world.engine);
        var replayed = new ArrayList<String>();
        int decisions = 0;
        for (var entry : logOf(world)) {
            var outcome = entry.event().outcome();
            if (outcome == Outcome.PERMITTED || outcome == Outcome.REFUSED) {
                var again = replay.of(entry.event());
                decisions += again instanceof Replay.Same ? 1 : 0;
                if (again instanceof Replay.Different) {
                    replayed.add(entry.event().toString());
                }
            }
        }
        // then
        then(replayed).as("decisions that the rulebook did not give again").isEmpty();
        then(decisions).isGreaterThan(8);
    }

    private static List<LoggedEntry> logOf(CaseworkWorld world) {
        return world.as(world.officer, () -> {
            var all = new ArrayList<LoggedEntry>();
            Optional<LogPosition> next = Optional.empty();
            do {
                var page = world.officers.page(LogQuestion.everything(), next);
                page.lines().stream().map(LogLine::entry).forEach(all::add);
                next = page.next();
            } while (next.isPresent());
            return all;
        });
    }
}
