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
