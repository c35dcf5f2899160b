package nl.samenzicht.domain.residence;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** People take whatever step they like on whatever day; what is recorded keeps to the law, and keeps what was there. */
class RouteProperties {

    private static final Set<RouteStage> REACHED = EnumSet.noneOf(RouteStage.class);
    private static final LocalDate CHANGED = LocalDate.of(2023, 5, 18);

    @Provide
    Arbitrary<List<RouteStep>> steps() {
        var days = Arbitraries.integers().between(0, 400).map(LocalDate.of(2023, 2, 1)::plusDays);
        var lengths = Arbitraries.integers().between(-5, 100);
        Arbitrary<RouteStep> begin = Combinators.combine(days, lengths, Arbitraries.of(ReflectionGround.class))
                .as((day, length, ground) -> new RouteStep.Begin(day, day.plusDays(length), ground));
        Arbitrary<RouteStep> end =
                Combinators.combine(days, Arbitraries.of(EarlyEnd.class)).as(RouteStep.EndEarly::new);
        Arbitrary<RouteStep> answer =
                Combinators.combine(days, Arbitraries.of(RouteAnswer.class)).as(RouteStep.Answer::new);
        Arbitrary<RouteStep> m55 = days.map(RouteStep.SendM55::new);
        Arbitrary<RouteStep> permit =
                Combinators.combine(days, lengths).as((day, length) -> new RouteStep.Permit(day, day.plusDays(length)));
        Arbitrary<RouteStep> sequel =
                Combinators.combine(days, Arbitraries.of(RouteSequel.class)).as(RouteStep.Sequel::new);
        return Arbitraries.oneOf(begin, end, answer, m55, permit, sequel).list().ofMaxSize(25);
    }

    private static List<Route> taken(List<RouteStep> steps) {
        var routes = new ArrayList<Route>(List.of(Route.none()));
        for (var step : steps) {
            try {
                routes.add(routes.get(routes.size() - 1).take(step));
            } catch (RouteNotLegal refused) {
                // it stays where it is
            }
        }
        return routes;
    }

    @Property(tries = 3000)
    void no_illegal_step_can_be_recorded(@ForAll("steps") List<RouteStep> steps) {
        for (var route : taken(steps)) {
            then(route.faults()).isEmpty();
            REACHED.add(route.stage());
        }
    }

    @Property(tries = 2000)
    void an_end_is_never_before_its_start(@ForAll("steps") List<RouteStep> steps) {
        for (var route : taken(steps)) {
            route.from().ifPresent(from -> {
                then(route.lastDay().orElseThrow()).isAfterOrEqualTo(from);
                route.endedOn()
                        .ifPresent(
                                end -> then(end).isBetween(from, route.lastDay().get()));
                route.answeredOn().ifPresent(on -> then(on).isAfterOrEqualTo(from));
            });
            if (route.permitFrom().isPresent()) {
                then(route.permitUntil().orElseThrow())
                        .isAfterOrEqualTo(route.permitFrom().get());
            }
        }
    }

    @Property(tries = 2000)
    void the_day_it_began_decides_how_long_a_period_may_be(@ForAll("steps") List<RouteStep> steps) {
        for (var route : taken(steps)) {
            route.from().ifPresent(from -> {
                var dublin = route.ground().orElseThrow() == ReflectionGround.DUBLIN;
                var longest = dublin && !from.isBefore(CHANGED) ? from.plusDays(30) : from.plusMonths(3);
                then(route.lastDay().orElseThrow()).isBeforeOrEqualTo(longest);
            });
        }
    }

    @Property(tries = 2000)
    void a_step_forgets_nothing_that_was_recorded(@ForAll("steps") List<RouteStep> steps) {
        // given
        var others = Map.of("status", "UNDOCUMENTED", "lawyer", "Mr. A. Advocaat");
        var before = new LinkedHashMap<String, String>(others);
        for (var route : taken(steps)) {
            // when
            var after = route.into(before);
            // then: only a longer permit says another day than before
            before.remove(Route.PERMIT_UNTIL);
            then(after).containsAllEntriesOf(before).containsAllEntriesOf(others);
            before.clear();
            before.putAll(after);
        }
    }

    @Property(tries = 1000)
    void a_route_that_is_stored_is_read_back_the_same(@ForAll("steps") List<RouteStep> steps) {
        for (var route : taken(steps)) {
            then(Route.of(route.into(Map.of()))).isEqualTo(route);
        }
    }

    @Property(tries = 1000)
    void what_ended_runs_no_more(@ForAll("steps") List<RouteStep> steps) {
        for (var route : taken(steps)) {
            var terms = route.deadlines().stream().map(Route.Deadline::term).toList();
            then(terms).doesNotHaveDuplicates();
            if (route.endedOn().isPresent()) {
                then(terms).doesNotContain(Route.Term.REFLECTION);
            }
            if (route.sequel().isPresent()) {
                then(terms).isEmpty();
            }
            then(Optional.of(terms).filter(list -> list.contains(Route.Term.M55)))
                    .isEqualTo(Optional.of(terms).filter(list -> route.stage() == RouteStage.APPLIED));
        }
    }

    @AfterContainer
    static void every_stage_was_reached() {
        then(REACHED).containsExactlyInAnyOrder(RouteStage.values());
    }
}
