package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody who doubts what they see, and has no account. */
class AdviceIT {

    static Stream<Person.Setting> settings() {
        var desk = Person.Setting.DESK;
        var phone = Person.Setting.PHONE;
        return Stream.of(
                desk, desk.in("en-GB").inDark(), phone, phone.in("en-GB").inDark());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void is_open_to_everybody(Person.Setting setting) {
        try (var somebody = Person.at(setting)) {
            // when
            somebody.open("sign-in");
            somebody.find(".sign-in-advice a").click();
            somebody.find(".advice h1").waitFor();
            somebody.settle();
            // then
            Screenshots.take(somebody, "advice", setting);
            Accessibility.check(somebody);
            then((Integer) somebody.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(setting.width());
            then(somebody.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void leads_to_the_definitions(Person.Setting setting) {
        try (var somebody = Person.at(setting)) {
            // given
            somebody.open("advice");
            somebody.find(".advice-head > a[href='definitions']").click();
            somebody.find(".definitions-list").waitFor();
            somebody.settle();
            then(met(somebody, "ARTICLE_273F")).isEqualTo("UNKNOWN");
            // when somebody was recruited for crimes and is younger than eighteen
            radio(somebody, "exploited", 0);
            radio(somebody, "minor", 0);
            somebody.find("[data-field=act] vaadin-checkbox").first().click();
            somebody.settle();
            // then no means is needed
            then(met(somebody, "ARTICLE_273F")).isEqualTo("YES");
            then(met(somebody, "CHILD")).isEqualTo("YES");
            then(met(somebody, "SMUGGLING")).isEqualTo("UNKNOWN");
            Screenshots.take(somebody, "definitions", setting);
            Accessibility.check(somebody);
            then((Integer) somebody.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(setting.width());
            // when it is only about a border
            radio(somebody, "exploited", 1);
            radio(somebody, "borderHelp", 0);
            // then
            then(met(somebody, "ARTICLE_273F")).isEqualTo("NO");
            then(met(somebody, "SMUGGLING")).isEqualTo("YES");
            then(somebody.complaints()).isEmpty();
        }
    }

    private static String met(Person person, String definition) {
        return person.find("[data-definition=" + definition + "]").getAttribute("data-met");
    }

    private static void radio(Person person, String field, int which) {
        person.find("[data-field=" + field + "] vaadin-radio-button").nth(which).click();
        person.settle();
    }

    @Test
    void points_somewhere_and_says_whom_to_call_and_forgets() {
        try (var somebody = Person.at(Person.Setting.DESK)) {
            somebody.open("advice");
            then(direction(somebody)).isEqualTo("NOTHING_YET");
            // when a boy has a bank account in his name for somebody else
            notice(somebody, "Geld en spullen", "geldezel");
            // then
            then(direction(somebody)).isEqualTo("SIGNALS");
            then(somebody.find(".advice-outcome").innerText()).contains("criminele uitbuiting");
            // when
            answer(somebody, "exploited", "Ja");
            then(direction(somebody)).isEqualTo("EXPLOITATION");
            answer(somebody, "minor", "Ja");
            // then
            then(direction(somebody)).isEqualTo("TRAFFICKING_OF_A_MINOR");
            then(somebody.find(".advice-outcome").innerText()).contains("Veilig Thuis", "geen oordeel");
            then(somebody.find(".advice-lines a[href='tel:08002000']").count()).isOne();
            Screenshots.take(somebody, "advice-given", Person.Setting.DESK);
            Accessibility.check(somebody);
            // when the page is opened again
            somebody.open("advice");
            // then
            then(direction(somebody)).isEqualTo("NOTHING_YET");
            then(somebody.find("vaadin-checkbox[checked]").count()).isZero();
            then(somebody.page().url()).endsWith("/advice");
            then(somebody.complaints()).isEmpty();
        }
    }

    private static String direction(Person person) {
        person.settle();
        return person.find(".advice-outcome").getAttribute("data-direction");
    }

    private static void answer(Person person, String question, String answer) {
        person.find(".advice-" + question + " vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(answer))
                .click();
    }

    private static void notice(Person person, String group, String signal) {
        person.find("vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText(group))
                .click();
        person.find("vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(signal))
                .click();
    }
}
