package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reflection period that runs out, from the first page to the step that ends it. */
class ClockIT {

    static Stream<Person.Setting> settings() {
        var desk = Person.Setting.DESK;
        var phone = Person.Setting.PHONE;
        return Stream.of(desk, desk.in("en-GB").inDark(), phone.inDark(), phone.in("en-GB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void the_strip_leads_to_where_one_acts(Person.Setting setting) {
        try (var noor = Person.at(setting).signIn("noor@waterdam.example")) {
            // when
            noor.openCase("SZ-001001");
            noor.see("[data-clock=REFLECTION]");
            // then
            then(noor.find("[data-clock=REFLECTION] .clock-left").innerText()).matches("(?s).*\\d+.*");
            Screenshots.take(noor, "clocks", setting);
            Accessibility.check(noor);
            // when
            noor.find("[data-clock=REFLECTION] a").click();
            noor.see(".route-stage");
            noor.find("vaadin-button.route-step").click();
            noor.see(".route-form");
            noor.settle();
            // then
            Screenshots.take(noor, "clocks-step", setting);
            Accessibility.check(noor);
            then((Integer) noor.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(setting.width());
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void a_complaint_ends_the_period_and_its_clock() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.see(".tile[href=terms]");
            noor.find(".tile[href=terms]").click();
            noor.see(".coop-list");
            noor.find(".coop-list .row-title:has-text('SZ-001006')").first().click();
            noor.see("[data-clock=REFLECTION]");
            noor.find("vaadin-button.route-step").click();
            noor.see(".route-form");
            // when nothing was chosen
            choose(noor, "Besluit over aangifte");
            save(noor);
            // then it says so, and what was chosen stays
            noor.find(".form-message-shown").waitFor();
            // when
            choose(noor, "Aangifte gedaan");
            save(noor);
            // then
            noor.find("[data-clock=REFLECTION]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            noor.see(".route-stage:has-text('besloten over aangifte')");
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void who_may_not_see_residence_sees_no_clock_of_it() {
        try (var amina = Person.atDesk("amina@deluwte.example")) {
            // when
            amina.openCase("SZ-001001");
            amina.see(".case-clocks");
            // then
            then(amina.find("[data-clock=REFLECTION]").count()).isZero();
            then(amina.find(".case-clocks").innerText()).doesNotContain("Bedenktijd");
        }
    }

    private static void choose(Person person, String label) {
        person.find(".route-form vaadin-radio-button:has-text('" + label + "')").click();
        person.settle();
    }

    private static void save(Person person) {
        person.dialogAct().click();
        person.settle();
    }
}
