package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A week of Fatima, who is privacy officer, from her first page on Monday to Friday afternoon, when her supervisor has his say
 * and somebody outside checks the log in which all of it stands. The stories of each subject go deeper.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWeekIT {
    private static final String CASE = "SZ-001001";
    private static final String WORDS = "Besproken met de betrokkene en vastgelegd in het verslag";
    private static final String COMMENT = "Leg bij zo'n oordeel voortaan vast wie er is gebeld";
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start("week", Map.of("JAVA_TOOL_OPTIONS", RunningProduct.FIRST_COMPILER));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static Person person(String userName) {
        return Person.at(Person.Setting.DESK, product.url()).signIn(userName);
    }

    @Test
    @Order(1)
    void on_monday_she_sees_what_waits_proves_that_the_log_is_whole_and_judges_a_look() {
        try (var noor = person("noor@waterdam.example")) {
            noor.openCase(CASE);
        }
        try (var fatima = person("fatima@waterdam.example")) {
            fatima.see("#page h1", "Wat vandaag uw aandacht vraagt");
            fatima.open("officer/samples");
            fatima.press("Trek een steekproef");
            fatima.confirm();
            fatima.see(".drawn", "Noor van Dijk").locator("vaadin-button").click();
            OfficerWeekIT.judge(fatima, "Rechtmatig");
            fatima.see(".judgement");
            fatima.open("officer/verify").find(".verify-begin").click();
            fatima.see(".verify-whole");
        }
    }

    @Test
    @Order(2)
    void on_tuesday_somebody_asks_who_has_seen_her_data_and_is_answered() throws IOException {
        try (var fatima = person("fatima@waterdam.example")) {
            RightsIT.receive(fatima, "Inzage");
            RightsIT.granted(fatima, "Situatie");
            then(Files.readString(fatima.taken(".statement-json")))
                    .contains("Stichting De Luwte", "CARE_WORKER", "leaf_hash");
            RightsIT.step(fatima, "ANSWER");
            RightsIT.say(fatima);
            fatima.see(".rights-stage.is-now", "Beantwoord");
        }
    }

    @Test
    @Order(3)
    void on_wednesday_a_breach_comes_in_with_its_hours() {
        try (var fatima = person("fatima@waterdam.example")) {
            fatima.open("officer/breaches");
            fatima.press("Leg een datalek vast");
            fatima.type("Wat is er gebeurd?", WORDS);
            fatima.pick("Vertrouwelijkheid");
            fatima.confirm();
            fatima.see("#page h1", "Datalek DL-");
            fatima.open("officer");
            fatima.see(".duty-urgent", "71 uur").locator("a").click();
            fatima.see("[data-step=ASSESS]").click();
            fatima.see("vaadin-dialog-overlay vaadin-text-area", "Waarom is het risico zo groot?");
            fatima.type("Waarom is het risico zo groot?", WORDS);
            fatima.pick("Hoog risico");
            fatima.confirm();
            fatima.see("[data-step=NOTIFY]").click();
            fatima.see("vaadin-dialog-overlay vaadin-text-area", "Hoe is gemeld, en onder welk nummer?");
            fatima.type("Hoe is gemeld, en onder welk nummer?", WORDS);
            fatima.confirm();
            fatima.see(".breach-act", "in delen");
        }
    }

    @Test
    @Order(4)
    void on_thursday_she_sees_who_can_see_what_and_proposes_what_should_be_destroyed() throws IOException {
        try (var fatima = person("fatima@waterdam.example")) {
            fatima.open("officer/who?case=" + CASE + "&supposed=CONSENT_WITHDRAWN");
            fatima.see("h3", "Dit zou dichtgaan");
            fatima.see("td", "Stichting De Luwte");
            fatima.open("officer/retention");
            fatima.press("Wissen op verzoek");
            fatima.type("Nummer van het dossier of signaal", "SZ-001002");
            fatima.type("Waarom is het verzoek toegewezen?", WORDS);
            fatima.confirm();
            fatima.see(".row", "SZ-001002");
            then(fatima.find("vaadin-button:has-text('Keur goed')").count())
                    .as("ways to approve her own proposal")
                    .isZero();
            fatima.open("officer/processing");
            then(Files.readString(fatima.taken(".processing-register"))).contains("Gemeente Waterdam", "Wmo-dossier");
        }
    }

    @Test
    @Order(5)
    void on_friday_her_supervisor_says_what_he_thinks_of_it_and_decides_nothing() {
        try (var pieter = person("pieter@waterdam.example")) {
            pieter.open("officer/supervision");
            pieter.see(".supervised", "Fatima el Amrani")
                    .locator("vaadin-button")
                    .click();
            pieter.see("vaadin-dialog-overlay textarea").fill(COMMENT);
            pieter.confirm();
            pieter.see(".supervision-comment", COMMENT);
            pieter.open("officer/breaches");
            pieter.see(".breach-row a").click();
            pieter.see(".breach-version", WORDS);
            then(pieter.find("#page vaadin-button").count())
                    .as("acts on a breach that he supervises")
                    .isZero();
        }
    }

    @Test
    @Order(6)
    void and_all_of_the_week_stands_in_a_log_that_somebody_outside_finds_whole() throws Exception {
        try (var fatima = person("fatima@waterdam.example")) {
            for (var act : List.of(
                    "JUDGE_ACCESS",
                    "VERIFY_LOG",
                    "HANDLE_REQUEST",
                    "EXPORT_LOG",
                    "HANDLE_BREACH",
                    "PROPOSE_DESTRUCTION",
                    "SUPERVISE")) {
                fatima.open("officer/log?action=" + act);
                fatima.see(".log-name", act.equals("SUPERVISE") ? "Pieter Hoekstra" : "Fatima el Amrani");
            }
            fatima.open("officer/verify").see(".verify-others");
            var bundle = fatima.taken(".verify-bundle");
            var keys = fatima.taken(".verify-keys");
            then(TlogIT.verified(bundle, keys, 0)).startsWith("HEEL.");
            then(fatima.complaints()).isEmpty();
        }
    }
}
