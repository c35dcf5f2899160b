package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivingWayTest {
    private final List<Duration> rests = new ArrayList<>();
    private long recorded = 7;
    private long nanos = -1_000;

    private final GivingWay way = new GivingWay(() -> recorded, () -> nanos, rest -> {
        rests.add(rest);
        nanos += rest.toNanos();
    });

    private void partTook(Duration time) {
        nanos += time.toNanos();
        way.betweenParts();
    }

    @AfterEach
    void the_thread_goes_on() {
        Thread.interrupted();
    }

    @Test
    void it_rests_three_times_as_long_as_its_part_took_while_people_work() {
        recorded++;
        partTook(Duration.ofMillis(40));
        recorded += 5;
        partTook(Duration.ofMillis(10));
        then(rests).containsExactly(Duration.ofMillis(120), Duration.ofMillis(30));
    }

    @Test
    void it_does_not_rest_when_nobody_works() {
        partTook(Duration.ofMillis(40));
        recorded++;
        partTook(Duration.ofMillis(40));
        partTook(Duration.ofMillis(40));
        then(rests).hasSize(1);
    }

    @Test
    void it_never_rests_longer_than_two_seconds() {
        recorded++;
        partTook(Duration.ofMinutes(5));
        then(rests).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void what_was_recorded_while_it_rested_is_not_counted_twice() {
        var own = new ArrayList<Duration>();
        var impatient = new GivingWay(() -> recorded, () -> nanos, rest -> {
            own.add(rest);
            recorded++;
        });
        recorded++;
        impatient.betweenParts();
        impatient.betweenParts();
        then(own).hasSize(1);
    }

    @Test
    void a_thread_that_is_stopped_stays_stopped() {
        var stopped = new GivingWay(() -> ++recorded, () -> nanos, rest -> {
            throw new InterruptedException();
        });
        stopped.betweenParts();
        then(Thread.currentThread().isInterrupted()).isTrue();
    }
}
