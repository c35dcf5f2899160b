package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Pieter, who supervises, reads what Fatima decided and why, says something of it, and reports on the quarter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionIT {
    private static final String NOTE = "Gebeld met de collega: zij belde die ochtend met de opvang";
    private static final String COMMENT = "Leg bij zo'n oordeel voortaan vast wie er is gebeld";
    private static final String FINDINGS = "Het logboek wordt bekeken en de oordelen zijn na te volgen";

    private static void seen(Person person, String name, Person.Setting setting) {
        Screenshots.take(person, "supervision-" + name, setting);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void fatima_sets_a_threshold_and_pieter_sees_why_and_comments() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.openCase("SZ-001001");
        }
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            fatima.open("officer/samples");
            fatima.press("Trek een steekproef");
            fatima.confirm();
            fatima.see(".drawn", "Noor van Dijk").locator("vaadin-button").click();
            fatima.see("vaadin-dialog-overlay vaadin-radio-button", "Rechtmatig");
            fatima.pick("Rechtmatig");
            fatima.type("Waarom oordeelt u zo?", NOTE);
            fatima.confirm();
            fatima.see(".judgement", NOTE);
        }
        try (var pieter = Person.atDesk("pieter@waterdam.example")) {
            // when
            pieter.open("officer/supervision");
            var judgement = pieter.see(".supervised", NOTE);
            then(judgement.innerText()).contains("Fatima el Amrani");
            judgement.locator("vaadin-button").click();
            pieter.see("vaadin-dialog-overlay textarea").fill("te kort");
            pieter.dialogAct().click();
            pieter.see(".form-message-shown", "ten minste 20");
            pieter.find("vaadin-dialog-overlay textarea").fill(COMMENT);
            pieter.confirm();
            // then
            pieter.see(".supervision-comment", COMMENT);
            seen(pieter, "decisions", Person.Setting.DESK);
        }
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            fatima.open("officer/supervision");
            fatima.see(".supervision-comment", COMMENT);
            then(fatima.find(".supervised vaadin-button").count()).isZero();
        }
    }

    @Test
    @Order(2)
    void pieter_comments_on_any_line_of_the_log_by_its_code_and_never_on_his_own() {
        try (var pieter = Person.atDesk("pieter@waterdam.example")) {
            pieter.open("officer/log?action=VIEW_CASE");
            var code = pieter.see(".log-code").innerText().strip();
            pieter.open("officer/supervision");
            pieter.press("Opmerking bij een logregel");
            pieter.type("Code van de logregel", "0000-00");
            pieter.find("vaadin-dialog-overlay textarea").fill(COMMENT);
            pieter.dialogAct().click();
            pieter.see(".form-message-shown", "geen logregel met deze code");
            pieter.type("Code van de logregel", code.toLowerCase());
            pieter.confirm();
            pieter.see("[data-line='" + code + "'] .supervision-comment", COMMENT);
        }
    }

    @Test
    @Order(3)
    void pieter_writes_the_report_of_the_quarter_and_takes_it_along() throws IOException {
        try (var pieter = Person.atDesk("pieter@waterdam.example")) {
            // given
            pieter.open("officer/supervision");
            pieter.find("a.log-name").first().click();
            pieter.see("[data-table=DECISIONS]", "Toegang beoordelen");
            seen(pieter, "quarter", Person.Setting.DESK);
            // when
            pieter.press("Schrijf verslag");
            pieter.see("vaadin-dialog-overlay textarea").fill(FINDINGS);
            pieter.confirm();
            // then
            pieter.see(".report-version", FINDINGS);
            then(Files.readString(pieter.taken(".report-html")))
                    .startsWith("<!DOCTYPE html>")
                    .contains(FINDINGS, "Gemeente Waterdam");
            then(Files.readString(pieter.taken(".report-json")))
                    .contains("\"format\":\"samenzicht-supervision-report/1\"", "\"JUDGE_ACCESS\":", FINDINGS);
            seen(pieter, "report", Person.Setting.DESK);
        }
    }

    @Test
    @Order(4)
    void it_is_read_on_a_phone_and_in_english() {
        for (var setting : new Person.Setting[] {
            Person.Setting.PHONE, Person.Setting.DESK.in("en-GB"), Person.Setting.PHONE.in("en-GB")
        }) {
            try (var pieter = Person.at(setting).signIn("pieter@waterdam.example")) {
                pieter.open("officer/supervision");
                pieter.see(".supervision-comment", COMMENT);
                seen(pieter, "decisions", setting);
                pieter.find("a.log-name").first().click();
                pieter.see(".report-version", FINDINGS);
                seen(pieter, "report", setting);
            }
        }
    }

    @Test
    @Order(5)
    void who_works_on_cases_finds_none_of_it() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            for (var page : new String[] {"officer/supervision", "officer/supervision/2026-4"}) {
                noor.open(page);
                noor.see(".panel h2", "Dit kunt u niet bekijken");
            }
        }
    }
}
