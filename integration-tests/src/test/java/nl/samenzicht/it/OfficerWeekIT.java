package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A week of two privacy officers: Wouter accounts for an emergency, Fatima watches a case, judges what stands out, is flagged
 * when she looks at herself, and draws a sample.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficerWeekIT {
    private static final String CASE = "SZ-001001";
    private static final String NOTE = "Nagevraagd bij de collega, dit hoorde bij het werk van die dag";

    static void judge(Person officer, String verdict) {
        officer.see("vaadin-dialog-overlay vaadin-radio-button", verdict);
        officer.pick(verdict);
        officer.type("Waarom oordeelt u zo?", NOTE);
        officer.confirm();
    }

    private static void seen(Person person, String name) {
        Screenshots.take(person, "officer-week-" + name, Person.Setting.DESK);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void wouter_sees_an_emergency_with_its_clock_and_accounts_for_it() {
        try (var kim = Person.atDesk("kim@noorderlicht.example")) {
            kim.open("emergency");
            kim.find("vaadin-text-field input").fill(CASE);
            kim.find("textarea").fill("Ze staat hier overstuur aan de deur en wordt gevolgd");
            kim.find(".emergency-panel > vaadin-button").click();
            kim.see(".clock-emergency");
        }
        try (var wouter = Person.atDesk("wouter@noorderlicht.example")) {
            // when he has signed in, he stands where his day begins
            then(wouter.page().url()).endsWith("/officer");
            var duty = wouter.see(".duty-urgent", "noodtoegang beoordelen");
            then(duty.innerText()).contains("Tot en met", "vijf werkdagen");
            seen(wouter, "duties");
            duty.locator("a").click();
            wouter.see(".emergency", CASE);
            int waiting = wouter.find(".emergency").count();
            for (int done = 0; done < waiting; done++) {
                wouter.find(".emergency vaadin-button").first().click();
                judge(wouter, "Rechtmatig");
                wouter.find(".emergency-judged")
                        .filter(new Locator.FilterOptions().setHasText(NOTE))
                        .nth(done)
                        .waitFor();
            }
            // then
            wouter.open("officer");
            wouter.see("#page h1", "Wat vandaag uw aandacht vraagt");
            then(wouter.find(".duty")
                            .filter(new Locator.FilterOptions().setHasText("noodtoegang"))
                            .count())
                    .isZero();
        }
    }

    @Test
    @Order(2)
    void fatima_watches_a_case_and_is_told_of_each_look_with_its_reason_and_its_lines() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/settings");
            fatima.press("Bekijk een dossier extra");
            fatima.type("Dossiernummer", CASE);
            fatima.pick("iemand die veel mensen kennen");
            fatima.type("De reden", "Het verhaal van deze persoon stond deze week in de krant");
            fatima.confirm();
            fatima.see(".judgement", CASE);
            seen(fatima, "settings");
            try (var noor = Person.atDesk("noor@waterdam.example")) {
                noor.openCase(CASE);
            }
            // when
            fatima.open("officer/alerts");
            var alert = fatima.see(".alert-waits[data-rule=WELL_KNOWN]", "Noor van Dijk");
            then(alert.innerText()).contains("in een dossier over iemand die veel mensen kennen", CASE);
            alert.locator("vaadin-button")
                    .filter(new Locator.FilterOptions().setHasText("Toon"))
                    .click();
            fatima.see(".alert-lines .log-table", "Noor van Dijk");
            seen(fatima, "alerts");
            alert.locator("vaadin-button")
                    .filter(new Locator.FilterOptions().setHasText("Beoordeel"))
                    .click();
            judge(fatima, "Rechtmatig");
            // then
            fatima.see(".alert[data-rule=WELL_KNOWN]:not(.alert-waits)", NOTE);
        }
    }

    @Test
    @Order(3)
    void fatima_looks_at_herself_and_is_flagged_and_may_not_judge_it() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/log");
            fatima.see(".log-name", "Fatima el Amrani").click();
            fatima.see(".log-chip", "Fatima el Amrani");
            // when
            fatima.open("officer/alerts");
            // then
            var own = fatima.see(".alert-waits[data-rule=OFFICER_ON_OWN]");
            then(own.innerText()).contains("Fatima el Amrani", "Een andere privacyfunctionaris");
            then(own.locator("vaadin-button[theme~=primary]").count()).isZero();
        }
    }

    @Test
    @Order(4)
    void fatima_draws_a_sample_that_can_be_drawn_again_and_judges_a_line() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/samples");
            fatima.press("Trek een steekproef");
            fatima.confirm();
            fatima.see(".drawn");
            // when
            fatima.press("Trek opnieuw ter controle");
            fatima.see(".draw-again", "Dezelfde regels");
            var line = fatima.see(".drawn", "Noor van Dijk");
            var code = line.getAttribute("data-line");
            line.locator("vaadin-button").click();
            judge(fatima, "Nader onderzoek");
            // then
            fatima.see("[data-line='" + code + "']", NOTE);
            seen(fatima, "sample");
            fatima.open("officer/samples");
            then(fatima.see(".figures").innerText()).contains("Steekproef", "Meldingen", "Noodtoegang");
            seen(fatima, "samples");
            fatima.open("officer");
            fatima.see(".duty", "beoordelen");
        }
    }

    @Test
    @Order(5)
    void the_supervisor_sees_it_all_and_judges_nothing() {
        try (var pieter = Person.atDesk("pieter@waterdam.example")) {
            pieter.open("officer/alerts");
            pieter.see(".alert");
            then(pieter.find(".alert vaadin-button[theme~=primary]").count()).isZero();
            pieter.open("officer/settings");
            pieter.see(".thresholds");
            then(pieter.find("#page vaadin-button").count()).isZero();
        }
    }

    @Test
    @Order(6)
    void who_works_on_cases_finds_none_of_it() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            for (var page : new String[] {"officer", "officer/alerts", "officer/samples", "officer/settings"}) {
                noor.open(page);
                noor.see(".panel h2", "Dit kunt u niet bekijken");
            }
        }
    }

    @Test
    @Order(7)
    void fatima_keeps_a_filter_and_makes_a_decision_again() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/log?case=" + CASE + "&outcome=REFUSED");
            // when
            fatima.press("Bewaar dit filter");
            fatima.type("Naam", "Geweigerd in dit dossier");
            fatima.confirm();
            fatima.see(".saved-filter", "Geweigerd in dit dossier");
            fatima.open("officer/log");
            fatima.see(".saved-filter-name", "Geweigerd in dit dossier").click();
            // then
            fatima.see(".log-chip", CASE);
            fatima.see(".log-refused");
            seen(fatima, "saved-filter");
            // when
            fatima.find(".log-refused .log-code").first().click();
            fatima.see("vaadin-dialog-overlay .replay-begin").click();
            // then
            fatima.see(".replay-same", "Zelfde antwoord");
            fatima.see(".replay", "door dezelfde regels");
            seen(fatima, "replay");
            // when
            fatima.open("officer/log");
            fatima.find(".saved-filter vaadin-menu-bar-button").first().click();
            fatima.find("vaadin-menu-bar-item")
                    .filter(new Locator.FilterOptions().setHasText("Verwijderen"))
                    .click();
            fatima.confirm();
            // then
            fatima.find(".saved-filter")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    @Test
    @Order(8)
    void fatima_takes_out_the_register_of_processing_and_her_part_of_the_dpia() throws IOException {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // when
            fatima.open("officer/processing");
            fatima.see(".processing", "Hulp en ondersteuning").click();
            // then
            fatima.see(".processing", "Kunnen iets ontvangen");
            fatima.see(".processing-terms", "Wmo-dossier");
            seen(fatima, "processing");
            then(Files.readString(fatima.taken(".processing-register")))
                    .contains("Gemeente Waterdam", "Pieter Hoekstra", "Wmo-dossier");
            then(Files.readString(fatima.taken(".processing-annex")))
                    .contains("Blijft gesloten", "Geheime opvanglocatie");
            then(Files.readString(fatima.taken(".processing-json")))
                    .contains("\"purpose\":\"SUPPORT\"", "\"rulebook\":\"default-1\"");
        }
        for (var setting : new Person.Setting[] {Person.Setting.PHONE, Person.Setting.DESK.in("en-GB")}) {
            try (var fatima = Person.at(setting).signIn("fatima@waterdam.example")) {
                fatima.open("officer/processing");
                fatima.see(".processing");
                Screenshots.take(fatima, "officer-week-processing", setting);
            }
        }
    }
}
