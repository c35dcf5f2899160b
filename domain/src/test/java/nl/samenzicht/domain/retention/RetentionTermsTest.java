package nl.samenzicht.domain.retention;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenzicht.domain.retention.RetentionTerms.Dates;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected days were counted by hand from the articles that each row names. */
class RetentionTermsTest {

    private static final LocalDate MADE = LocalDate.of(2026, 3, 1);
    private static final LocalDate CHANGED = LocalDate.of(2027, 6, 30);
    private static final LocalDate CLOSED = LocalDate.of(2028, 2, 29);

    @ParameterizedTest(name = "a {0} item of {1} under {3} in a case of {4} is a {5}, due on {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "SIGNAL, MUNICIPALITY, -, AVG, CONVENANT, WMO_FILE, 2041-03-02",
                "HEALTH, MUNICIPALITY, -, AVG, CONVENANT, WMO_FILE, 2041-03-02",
                "SITUATION, CARE_PROVIDER, -, AVG, WGS_ZVH, WMO_FILE, 2041-03-02",
                "HEALTH, CARE_PROVIDER, -, AVG, CONVENANT, MEDICAL_FILE, 2047-07-01",
                "HEALTH, HEALTH_SERVICE, -, AVG, ENKEL, MEDICAL_FILE, 2047-07-01",
                "CHILDREN, YOUTH_CARE, -, AVG, CONVENANT, YOUTH_FILE, 2047-07-01",
                "CRIMINAL_JUSTICE, POLICE, -, WPG, CONVENANT, POLICE_INVESTIGATION, 2033-08-30",
                "SIGNAL, POLICE, -, WPG, -, POLICE_DAILY, 2031-03-02",
                "PLAN, SAFETY_HOUSE, -, AVG, WGS_ZVH, WGS_CASE, 2033-03-01",
                "PLAN, SAFETY_HOUSE, -, AVG, CONVENANT, COVENANT_CASE, 2033-03-01",
                "IDENTITY, IMMIGRATION, -, AVG, CONVENANT, COVENANT_CASE, 2033-03-01",
            })
    void each_controller_keeps_by_its_own_law(
            DataCategory category,
            AgencyType controller,
            String none,
            Regime regime,
            Framework framework,
            RecordKind expected,
            LocalDate due) {
        var kind = RecordKind.of(controller, regime, category, Optional.ofNullable(framework), false);
        then(kind).contains(expected);
        then(RetentionTerms.dueOn(
                        expected, controller, regime, new Dates(MADE, CHANGED, Optional.of(CLOSED), Optional.empty())))
                .contains(due);
    }

    @Test
    void a_term_from_closing_does_not_run_while_the_case_is_open() {
        then(RetentionTerms.dueOn(
                        RecordKind.WGS_CASE,
                        AgencyType.SAFETY_HOUSE,
                        Regime.AVG,
                        new Dates(MADE, CHANGED, Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void what_was_made_on_the_leap_day_is_due_after_the_last_of_february() {
        var leapDay = LocalDate.of(2024, 2, 29);
        then(RetentionTerms.dueOn(
                        RecordKind.WMO_FILE,
                        AgencyType.MUNICIPALITY,
                        Regime.AVG,
                        new Dates(leapDay, leapDay, Optional.empty(), Optional.empty())))
                .contains(LocalDate.of(2039, 3, 1));
    }

    @Test
    void an_unfounded_signal_is_due_on_the_day_that_was_set_when_it_was_closed() {
        var kind = RecordKind.of(AgencyType.MUNICIPALITY, Regime.AVG, DataCategory.SIGNAL, Optional.empty(), true);
        then(kind).contains(RecordKind.UNFOUNDED_SIGNAL);
        then(RetentionTerms.dueOn(
                        RecordKind.UNFOUNDED_SIGNAL,
                        AgencyType.MUNICIPALITY,
                        Regime.AVG,
                        new Dates(MADE, CHANGED, Optional.empty(), Optional.of(LocalDate.of(2026, 9, 2)))))
                .contains(LocalDate.of(2026, 9, 2));
    }

    @Test
    void where_no_law_is_known_nothing_is_made_up() {
        then(RecordKind.of(AgencyType.COMENSHA, Regime.AVG, DataCategory.IDENTITY, Optional.of(Framework.ENKEL), false))
                .isEmpty();
        then(RetentionTerms.of(RecordKind.WMO_FILE, AgencyType.POLICE, Regime.WPG))
                .isEmpty();
    }

    @Provide
    Arbitrary<Dates> dates() {
        var days = Arbitraries.integers().between(0, 20_000).map(LocalDate.of(2000, 1, 1)::plusDays);
        return Combinators.combine(days, Arbitraries.integers().between(0, 4_000), days.optional(), days.optional())
                .as((made, later, closed, kept) -> new Dates(made, made.plusDays(later), closed, kept));
    }

    @Property
    void whoever_records_later_keeps_no_shorter(
            @ForAll("dates") Dates dates,
            @ForAll RecordKind kind,
            @ForAll AgencyType controller,
            @ForAll Regime regime) {
        var later = new Dates(
                dates.recorded().plusDays(1),
                dates.changed().plusDays(1),
                dates.closed().map(day -> day.plusDays(1)),
                dates.keptUntil().map(day -> day.plusDays(1)));
        var due = RetentionTerms.dueOn(kind, controller, regime, dates);
        var afterwards = RetentionTerms.dueOn(kind, controller, regime, later);
        then(afterwards.isPresent()).isEqualTo(due.isPresent());
        due.ifPresent(day -> then(afterwards.orElseThrow()).isAfterOrEqualTo(day));
    }

    @Property
    void the_dates_of_another_record_do_not_lengthen_a_term(
            @ForAll("dates") Dates dates, @ForAll("dates") Dates ofAnother) {
        // a municipality's file runs from when it was made: nothing else of the case counts
        var mixed = new Dates(dates.recorded(), ofAnother.changed(), ofAnother.closed(), ofAnother.keptUntil());
        then(RetentionTerms.dueOn(RecordKind.WMO_FILE, AgencyType.MUNICIPALITY, Regime.AVG, mixed))
                .isEqualTo(RetentionTerms.dueOn(RecordKind.WMO_FILE, AgencyType.MUNICIPALITY, Regime.AVG, dates));
    }

    @Property
    void a_controller_never_gets_the_term_of_another_law(@ForAll RecordKind kind, @ForAll AgencyType controller) {
        RetentionTerms.of(kind, controller, Regime.AVG)
                .ifPresent(term -> then(term.regime()).isEqualTo(Regime.AVG));
        if (controller != AgencyType.POLICE) {
            then(RetentionTerms.of(kind, controller, Regime.WPG)).isEmpty();
        }
    }
}
