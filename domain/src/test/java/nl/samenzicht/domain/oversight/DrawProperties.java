package nl.samenzicht.domain.oversight;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.policy.Action;

/** A draw can be made again by anybody, and gives each access the same chance. */
class DrawProperties {

    private static List<LoggedEntry> month(int accesses) {
        var log = new LogFixture();
        for (int i = 0; i < accesses; i++) {
            log.looked("noor", "2026-11-%02dT10:%02d".formatted(1 + i % 28, i / 28 % 60), "SZ-" + i)
                    .refused("noor", "2026-11-02T11:00", "SZ-" + i)
                    .did("noor", "2026-11-02T12:00", Action.SEARCH);
        }
        return log.lines();
    }

    private static List<EntryCode> drawn(List<LoggedEntry> lines, long seed, int size) {
        var draw = new Draw(seed, size);
        lines.forEach(draw::offer);
        return draw.drawn().stream().map(LoggedEntry::code).toList();
    }

    @Property(tries = 100)
    void the_same_seed_draws_the_same_in_whichever_order_it_is_read(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int accesses) {
        // given
        var lines = month(accesses);
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        // then
        then(drawn(shuffled, seed, 25))
                .isEqualTo(drawn(lines, seed, 25))
                .hasSize(Math.min(25, accesses))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void only_accesses_that_were_permitted_take_part(@ForAll long seed) {
        var draw = new Draw(seed, 200);
        month(40).forEach(draw::offer);
        then(draw.accesses()).isEqualTo(40);
        then(draw.drawn())
                .hasSize(40)
                .allSatisfy(line -> then(Watch.isLook(line)).isTrue());
    }

    @Property(tries = 50)
    void what_is_drawn_of_more_is_drawn_of_what_remains_when_the_others_go(@ForAll long seed) {
        var lines = month(60);
        var chosen = drawn(lines, seed, 25);
        then(drawn(lines.stream().filter(line -> chosen.contains(line.code())).toList(), seed, 25))
                .isEqualTo(chosen);
    }

    /** Of 60 accesses 15 are drawn, 4,000 times: each about 1,000 times, with a deviation of about 27. */
    @Example
    void each_access_has_the_same_chance() {
        var lines = month(60);
        var times = new java.util.HashMap<EntryCode, Integer>();
        for (long seed = 0; seed < 4_000; seed++) {
            drawn(lines, seed, 15).forEach(code -> times.merge(code, 1, Integer::sum));
        }
        then(times).hasSize(60);
        then(times.values()).allSatisfy(count -> then(count).isBetween(860, 1_140));
    }
}
