package nl.samenzicht.domain.officer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.policy.Action;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedFilterStoryTest {
    private static final String LIMITS = "case=SZ-001001&outcome=REFUSED";
    private static CaseworkWorld world;

    @BeforeAll
    static void a_town() {
        world = new CaseworkWorld();
    }

    @BeforeEach
    void nothing_is_kept() {
        world.sql("delete from saved_log_filter");
    }

    private static SavedFilter kept(String name) {
        return world.as(world.officer, () -> world.savedFilters.keep(name, LIMITS));
    }

    private static List<String> names() {
        return world.as(world.officer, () -> world.savedFilters.own()).stream()
                .map(SavedFilter::name)
                .toList();
    }

    @Test
    void an_officer_keeps_renames_and_takes_away() {
        // given
        var refusals = kept("Weigeringen bij Jansen");
        kept("alles van gisteren");
        then(names()).containsExactly("alles van gisteren", "Weigeringen bij Jansen");
        // when
        world.does(world.officer, () -> world.savedFilters.rename(refusals.id(), "  Weigeringen "));
        // then
        then(world.as(world.officer, () -> world.savedFilters.own()))
                .contains(new SavedFilter(refusals.id(), "Weigeringen", LIMITS));
        // when
        world.does(world.officer, () -> world.savedFilters.delete(refusals.id()));
        // then
        then(names()).containsExactly("alles van gisteren");
        assertThatThrownBy(() -> world.does(world.officer, () -> world.savedFilters.delete(refusals.id())))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void neither_its_name_nor_what_it_limits_to_can_be_read_in_the_database() {
        kept("Weigeringen bij Jansen");
        for (var secret : List.of("Jansen", "Weigeringen", "SZ-001001", "REFUSED")) {
            then(world.ask("select count(*) from saved_log_filter where instr(sealed, '" + secret + "') > 0"))
                    .as(secret)
                    .isEqualTo("0");
        }
    }

    @Test
    void who_is_no_officer_keeps_none_and_sees_none() {
        kept("van de officer");
        then(world.as(world.coordinator, () -> world.savedFilters.own())).isEmpty();
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.savedFilters.keep("x", LIMITS)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_filter_of_somebody_else_is_not_there() {
        var mine = kept("van de officer");
        var other = world.colleagueOf(world.officer);
        then(world.as(other, () -> world.savedFilters.own())).isEmpty();
        assertThatThrownBy(() -> world.does(other, () -> world.savedFilters.rename(mine.id(), "van mij")))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> world.does(other, () -> world.savedFilters.delete(mine.id())))
                .isInstanceOf(NotPossible.class);
        then(names()).containsExactly("van de officer");
    }

    @Test
    void a_row_that_somebody_gave_to_another_counts_for_nothing() {
        kept("van de officer");
        var other = world.colleagueOf(world.officer);
        world.sql("update saved_log_filter set owner = '" + other.professional() + "'");
        then(world.as(other, () -> world.savedFilters.own())).isEmpty();
    }

    @Test
    void a_name_that_is_empty_long_or_taken_is_refused_with_what_would_help() {
        kept("Weigeringen");
        for (var wrong : List.of(" ", "x".repeat(SavedFilterService.NAME_LENGTH + 1), "weigeringen", "a\nb")) {
            assertThatThrownBy(() -> kept(wrong)).as(wrong).isInstanceOf(NotPossible.class);
        }
        assertThatThrownBy(() -> world.as(world.officer, () -> world.savedFilters.keep("alles", "")))
                .isInstanceOf(NotPossible.class);
        then(names()).containsExactly("Weigeringen");
    }

    @Test
    void keeping_one_is_on_record_without_a_word_of_it() {
        kept("Weigeringen bij Jansen " + UUID.randomUUID());
        world.seal();
        var typed = world.as(world.officer, () -> {
            var looks = LogQuestion.about(
                    LogFilter.where().action(Action.VIEW_LOG.name()).build());
            var newest = world.officers.page(looks, Optional.empty()).lines().stream()
                    .map(line -> world.officers
                            .detail(line.code())
                            .orElseThrow()
                            .typed()
                            .orElse(""))
                    .toList();
            return String.join("\n", newest);
        });
        then(typed).contains("keep-filter").doesNotContain("Jansen", "SZ-001001");
    }
}
