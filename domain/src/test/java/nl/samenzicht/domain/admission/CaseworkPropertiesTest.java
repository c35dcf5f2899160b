package nl.samenzicht.domain.admission;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;

/**
 * What must be true of every case, whatever happens to it and in whatever order: the questions 'may I', 'which ones', 'who
 * could' and 'what leaves' have one answer; what was taken back never comes back; what a share leaves out is nowhere.
 */
class CaseworkPropertiesTest {

    private static CaseworkWorld world;
    private static List<ActingProfessional> people;

    @BeforeContainer
    static void start() {
        world = new CaseworkWorld();
        people = new ArrayList<>(List.of(
                world.coordinator,
                world.carer,
                world.otherCarer,
                world.youthWorker,
                world.detective,
                world.caseDirector));
        people.add(world.colleagueOf(world.carer));
        GeneratedCase.SEEN.clear();
    }

    @Property(tries = 16)
    void one_policy_answers_all_questions_and_what_was_taken_back_never_comes_back(
            @ForAll @Size(min = 30, max = 50) List<Integer> steps) {
        var generated = new GeneratedCase(world, people);
        for (var step : steps) {
            var random = new Random(step * 0x9E3779B97F4A7C15L);
            random.nextLong();
            generated.step(random);
            generated.somebodyLooks(random);
        }
        generated.everybodyLooks();
    }

    @AfterContainer
    static void everything_happened() {
        then(GeneratedCase.SEEN.keySet()).as(GeneratedCase.seen()).containsAll(GeneratedCase.needed());
    }
}
