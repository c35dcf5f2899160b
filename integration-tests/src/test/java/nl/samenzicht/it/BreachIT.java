package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Fatima hears that a colleague looked where she should not, and handles the breach from the first word to the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BreachIT {
    private static final String WHAT = "Een collega keek uit nieuwsgierigheid in dossiers";
    private static final String WHY = "Besproken met de FG en vastgelegd in het verslag";

    private static void step(Person fatima, String step, String label) {
        fatima.see("[data-step=" + step + "]").click();
        fatima.see("vaadin-dialog-overlay vaadin-text-area", label);
        fatima.type(label, WHY);
    }

    private static void seen(Person person, String name) {
        Screenshots.take(person, "breach-" + name, Person.Setting.DESK);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void fatima_records_a_breach_and_its_clock_runs() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.openCase("SZ-001001");
        }
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/breaches");
            fatima.see(".empty-state", "geen datalek");
            fatima.press("Leg een datalek vast");
            fatima.type("Wat is er gebeurd?", WHAT);
            fatima.pick("Vertrouwelijkheid");
            // when
            fatima.confirm();
            // then
            fatima.see("#page h1", "Datalek DL-");
            then(fatima.see(".breach-clock").innerText()).contains("71 uur", "Europe/Amsterdam");
            seen(fatima, "recorded");
            fatima.open("officer");
            fatima.see(".duty-urgent", "71 uur");
        }
    }

    @Test
    @Order(2)
    void she_counts_whom_it_touches_from_the_log() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/breaches");
            fatima.see(".breach-row a").click();
            fatima.see(".breach-count").click();
            fatima.see("vaadin-dialog-overlay", "Wat u kiest, geldt samen");
            fatima.type("Dossiernummer", "SZ-001001");
            for (var part : fatima.find("vaadin-dialog-overlay vaadin-date-time-picker")
                    .first()
                    .locator("input")
                    .all()) {
                part.fill("");
                part.press("Tab");
            }
            // when
            fatima.confirm();
            // then
            then(fatima.see(".breach-counted").innerText())
                    .contains("1 persoon, 1 dossier", "SZ-001001")
                    .doesNotContain("vanaf");
            seen(fatima, "counted");
        }
    }

    @Test
    @Order(3)
    void she_notifies_in_parts_and_takes_the_notification_out() throws IOException {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // given
            fatima.open("officer/breaches");
            fatima.see(".breach-row a").click();
            step(fatima, "ASSESS", "Waarom is het risico zo groot?");
            fatima.pick("Hoog risico");
            fatima.confirm();
            fatima.see(".breach-act", "Hoog risico");
            // when
            step(fatima, "NOTIFY", "Hoe is gemeld, en onder welk nummer?");
            fatima.confirm();
            // then
            fatima.see(".breach-act", "in delen");
            fatima.see("[data-step=SUPPLEMENT]");
            seen(fatima, "notified");
            var paper = fatima.page()
                    .waitForDownload(() -> fatima.find(".paper-html").click());
            then(Files.readString(paper.path())).contains(WHAT, "AVG artikel 33", "Gemeente Waterdam", "Hoog risico");
            var json = fatima.page()
                    .waitForDownload(() -> fatima.find(".paper-json").click());
            then(Files.readString(json.path())).contains("\"authority\":\"PARTLY_NOTIFIED\"", WHAT);
        }
    }

    @Test
    @Order(4)
    void an_organisation_that_is_told_has_its_own_breach() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            fatima.open("officer/breaches");
            fatima.see(".breach-row a").click();
            fatima.see(".breach-tell").click();
            fatima.see("vaadin-dialog-overlay vaadin-combo-box");
            fatima.choose("Welke organisatie?", "Opvang Noorderlicht");
            fatima.type("Wat moet zij weten?", "In dit dossier stonden ook gegevens van u");
            fatima.confirm();
            fatima.see(".breach-told", "Opvang Noorderlicht");
        }
        try (var wouter = Person.atDesk("wouter@noorderlicht.example")) {
            wouter.open("officer/breaches");
            then(wouter.see(".breach-row").innerText()).contains("Gemeente Waterdam", "71 uur");
            wouter.see(".breach-row a").click();
            wouter.see(".breach-version", "In dit dossier stonden ook gegevens van u");
            then(wouter.find("#page").innerText()).doesNotContain(WHAT).doesNotContain("SZ-001001");
        }
    }

    @Test
    @Order(5)
    void the_supervisor_sees_it_and_handles_nothing() {
        try (var pieter = Person.atDesk("pieter@waterdam.example")) {
            pieter.open("officer/breaches");
            pieter.see(".breach-row a").click();
            pieter.see(".breach-version", WHAT);
            then(pieter.find("#page vaadin-button").count()).isZero();
        }
    }

    @Test
    @Order(6)
    void who_works_on_cases_finds_none_of_it() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            for (var page : new String[] {"officer/breaches", "officer/breaches/DL-000001"}) {
                noor.open(page);
                noor.see(".panel h2", "Dit kunt u niet bekijken");
            }
        }
    }
}
