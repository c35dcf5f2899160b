package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Police of one region and a municipality of another know the same person. The detective asks and hears one word, the
 * coordinator sees that somebody wants contact and not who, and when she agrees both know whom to call.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KnownElsewhereIT {
    private static final Pattern LOG_LINE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{2}");
    private static final String WHY = "Aangetroffen bij een controle van een woning";

    private static void seen(Person person, String screen) {
        Screenshots.take(person, "elsewhere-" + screen, Person.Setting.DESK);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    private static String openCase(Person person) {
        person.open("cases");
        person.find("#open-case").click();
        person.pick("Eén organisatie");
        person.confirm();
        person.page().waitForURL(Pattern.compile("cases/[0-9a-f-]{36}"));
        person.settle();
        return person.page().url().replaceAll(".*(cases/[0-9a-f-]{36}).*", "$1");
    }

    private static void record(Person person, String given, String family, String born) {
        person.openCategory("ID");
        person.find(".record-fields").click();
        person.find("[data-field=givenNames] input").fill(given);
        person.find("[data-field=familyName] input").fill(family);
        person.find("[data-field=birthDate] input").fill(born);
        person.find(".item-form-save").click();
        person.find(".item").first().waitFor();
        person.settle();
    }

    @Test
    @Order(1)
    void a_detective_asks_and_hears_one_word() {
        // given
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            openCase(noor);
            record(noor, "Ilinca Maria", "van Moldoveanu", "14-03-2001");
        }
        try (var jurre = Person.atDesk("jurre@politie-kustland.example")) {
            var address = openCase(jurre);
            jurre.open(address + "?purpose=D1");
            record(jurre, "Ilinka", "Moldovanu", "14-03-2001");
            // when a reason is missing
            jurre.act("Elders bekend?");
            jurre.dialogAct().click();
            jurre.settle();
            then(jurre.find("vaadin-dialog-overlay .form-message").innerText()).contains("20");
            seen(jurre, "reason");
            // when
            jurre.find("vaadin-dialog-overlay textarea").fill(WHY);
            jurre.dialogAct().click();
            jurre.find(".elsewhere-answer").waitFor();
            jurre.settle();
            // then
            then(jurre.find(".elsewhere-answer").innerText()).isEqualTo("Bekend");
            var told = jurre.find("vaadin-dialog-overlay").last().innerText();
            then(told).containsPattern(LOG_LINE).doesNotContain("Waterdam", "Noor");
            seen(jurre, "answer");
            // when
            jurre.dialogAct().last().click();
            jurre.find("vaadin-dialog-overlay textarea").waitFor();
            jurre.settle();
            jurre.find("vaadin-dialog-overlay textarea").fill("Samen kijken wie hulp kan bieden");
            jurre.dialogAct().last().click();
            jurre.page().waitForURL(Pattern.compile("/elsewhere"));
            jurre.settle();
            // then
            then(jurre.find("#page").innerText())
                    .contains("Contact gevraagd, nog geen bericht")
                    .doesNotContain("Waterdam");
            seen(jurre, "asked");
        }
    }

    @Test
    @Order(2)
    void a_coordinator_agrees_without_knowing_who_and_then_knows() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open("notices");
            then(noor.find("#page").innerText()).contains("vraagt om contact");
            noor.open("elsewhere");
            then(noor.find("#page").innerText())
                    .contains("politie", "Contact gevraagd")
                    .doesNotContain("Kustland");
            seen(noor, "received");
            // when
            noor.press("Contact is goed");
            seen(noor, "agree");
            noor.confirm();
            // then
            then(noor.find("#page").innerText()).contains("Jurre Veenstra", "Politie Kustland");
            seen(noor, "agreed");
        }
        try (var jurre = Person.atDesk("jurre@politie-kustland.example")) {
            jurre.open("elsewhere");
            then(jurre.find("#page").innerText()).contains("Gemeente Waterdam", "Contact afgesproken");
            seen(jurre, "contact");
        }
    }

    @Test
    @Order(3)
    void each_privacy_officer_sees_the_side_of_their_own_agency() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            fatima.open("officer/log");
            fatima.find(".log-line, tbody tr").first().waitFor();
            then(fatima.find("#page").innerText()).contains("vertelde dat iemand bekend is");
        }
        try (var els = Person.atDesk("els@politie-kustland.example")) {
            els.open("officer/log");
            els.find(".log-line, tbody tr").first().waitFor();
            then(els.find("#page").innerText())
                    .contains("vroeg of iemand elders bekend is")
                    .doesNotContain("vertelde dat iemand bekend is");
        }
    }

    @Test
    @Order(4)
    void a_coordinator_says_of_two_cases_that_they_are_about_one_person() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            openCase(noor);
            record(noor, "Ilinca", "Moldoveanu", "14-03-2001");
            noor.open("duplicates");
            then(noor.find("#page").innerText()).contains("Nog niet beslist");
            seen(noor, "duplicates");
            // when
            noor.find(".row-actions a").first().click();
            noor.find(".pair").waitFor();
            noor.settle();
            seen(noor, "pair");
            noor.press("Dezelfde persoon");
            noor.find("vaadin-dialog-overlay textarea").fill("Zelfde moeder en zelfde litteken");
            noor.confirm();
            // then
            then(noor.find(".pair-history").innerText())
                    .contains("Dezelfde persoon", "Zelfde moeder en zelfde litteken", "Noor");
            // when
            noor.press("Neem beslissing terug");
            noor.find("vaadin-dialog-overlay textarea").fill("Het was de zus");
            noor.confirm();
            // then
            then(noor.find(".pair-history").innerText()).contains("Teruggenomen", "Het was de zus");
            seen(noor, "taken-back");
        }
    }
}
