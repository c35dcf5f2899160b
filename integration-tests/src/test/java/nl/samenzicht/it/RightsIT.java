package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Somebody asks who has seen her data, and gets it on paper; then asks that they are left alone, and they are, also where they
 * went.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsIT {
    private static final String CASE = "SZ-001001";
    private static final String WORDS = "Zij vroeg het aan de balie, haar paspoort is bekeken";
    private static final String ANSWER = "Ook onze aantekeningen blijven dicht tot nader bericht";

    private static void seen(Person person, String name) {
        Screenshots.take(person, "rights-" + name, Person.Setting.DESK);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    static void receive(Person fatima, String right) {
        receive(fatima, right, CASE);
    }

    private static void receive(Person fatima, String right, String number) {
        fatima.open("officer/requests");
        fatima.press("Verzoek vastleggen");
        fatima.select("vaadin-dialog-overlay", right);
        fatima.type("Nummer van het dossier of signaal", number);
        fatima.type("Wat is gevraagd, en hoe kwam het binnen?", WORDS);
        fatima.confirm();
        fatima.see(".rights-stage.is-now", "Ontvangen");
    }

    static void step(Person fatima, String step) {
        fatima.see("[data-step=" + step + "]").click();
        fatima.see("vaadin-dialog-overlay textarea").waitFor();
    }

    static void say(Person fatima) {
        fatima.find("vaadin-dialog-overlay textarea").fill(WORDS);
        fatima.confirm();
    }

    static void granted(Person fatima, String category) {
        step(fatima, "IDENTIFY");
        say(fatima);
        fatima.see(".rights-stage.is-now", "Identiteit bekend");
        step(fatima, "SCOPE");
        fatima.pick(category);
        say(fatima);
        fatima.see(".rights-stage.is-now", "Afgebakend");
        step(fatima, "DECIDE");
        fatima.radio("vaadin-dialog-overlay", "Toegewezen");
        say(fatima);
        fatima.see(".rights-stage.is-now", "Besloten");
    }

    private static String words(Path paper) throws IOException {
        try (var reader = new PdfReader(Files.readAllBytes(paper))) {
            var pages = new PdfTextExtractor(reader);
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(pages.getTextFromPage(page)).append('\n');
            }
            return text.toString();
        }
    }

    @Test
    @Order(1)
    void she_asks_who_has_seen_her_data_and_gets_it_on_paper_with_proofs() throws IOException {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            receive(fatima, "Inzage");
            granted(fatima, "Situatie");
            seen(fatima, "granted");
            // when
            var paper = Files.readAllBytes(fatima.taken(".statement-pdf"));
            var machine = Files.readString(fatima.taken(".statement-json"));
            // then
            then(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            then(machine)
                    .contains("samenzicht-disclosure-statement/1", "Stichting De Luwte", "CARE_WORKER", "leaf_hash")
                    .doesNotContain("Amina");
            fatima.open("officer/log?action=EXPORT_LOG");
            fatima.see(".log-name", "Fatima el Amrani");
        }
    }

    @Test
    @Order(2)
    void she_gets_a_copy_of_what_the_municipality_recorded_and_nothing_of_care() throws IOException {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            fatima.open("officer/requests");
            fatima.see(".row:has(a:has-text('Inzage'))", "Besloten");
            fatima.see(".row a", "Inzage").click();
            fatima.see(".rights-stage.is-now", "Besloten");
            fatima.see(".copy-counts", "Situatie");
            seen(fatima, "copy");
            // when
            var paper = words(fatima.taken(".copy-pdf"));
            var machine = Files.readString(fatima.taken(".copy-json"));
            // then
            then(paper)
                    .contains("Afschrift van uw gegevens", "Vastgelegd door Gemeente Waterdam")
                    .doesNotContain("Noor");
            then(machine)
                    .contains(
                            "samenzicht-data-copy/1",
                            "\"recorded_by\":\"Gemeente Waterdam\"",
                            "\"category\":\"SITUATION\"")
                    .doesNotContain("\"category\":\"IDENTITY\"", "999990019");
            fatima.open("officer/log?action=GIVE_COPY");
            fatima.see(".log-name", "Fatima el Amrani");
            // when
            fatima.open("officer");
            fatima.see(".duty", "Inzage").locator("a").click();
            step(fatima, "ANSWER");
            say(fatima);
            // then
            fatima.see(".rights-stage.is-now", "Beantwoord");
        }
    }

    @Test
    @Order(3)
    void she_asks_that_her_situation_is_left_alone_and_nobody_opens_it_any_more() {
        try (var fatima = Person.atDesk("fatima@waterdam.example");
                var amina = Person.atDesk("amina@deluwte.example")) {
            // given
            amina.open("cases");
            amina.openCase(CASE);
            amina.openCategory("SIT");
            amina.see(".item");
            receive(fatima, "Beperking");
            granted(fatima, "Situatie");
            // when
            step(fatima, "CARRY_OUT");
            fatima.see("vaadin-dialog-overlay", "Stichting De Luwte");
            say(fatima);
            // then
            fatima.see(".row", "Nog niet bevestigd");
            seen(fatima, "carried-out");
            amina.see(".case-stale");
            amina.page().reload();
            amina.settle();
            amina.see(".refusal");
        }
        try (var greet = Person.atDesk("greet@deluwte.example")) {
            // when
            greet.open("officer");
            greet.see(".duty", "Bericht van anderen").locator("a").click();
            var told = greet.see(".told", "Beperkt: Situatie");
            then(told.innerText()).contains("Gemeente Waterdam", CASE);
            seen(greet, "told");
            told.locator("vaadin-button").click();
            greet.pick("Hetzelfde is gedaan");
            greet.find("vaadin-dialog-overlay textarea").fill(ANSWER);
            greet.confirm();
            // then
            greet.see(".told", ANSWER);
        }
    }

    @Test
    @Order(4)
    void the_restriction_is_lifted_and_care_reads_on() {
        try (var fatima = Person.atDesk("fatima@waterdam.example");
                var amina = Person.atDesk("amina@deluwte.example")) {
            fatima.open("officer/requests");
            fatima.see(".row a", "Beperking").click();
            fatima.see(".row", ANSWER);
            step(fatima, "ANSWER");
            say(fatima);
            fatima.see(".rights-stage.is-now", "Beantwoord");
            // when
            step(fatima, "LIFT");
            say(fatima);
            // then
            fatima.see(".row", "Beperking opgeheven: Situatie");
            amina.open("cases");
            amina.openCase(CASE);
            amina.openCategory("SIT");
            amina.see(".item");
        }
    }

    @Test
    @Order(5)
    void who_has_no_case_is_known_by_the_number_of_a_signal() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            receive(fatima, "Beperking", "S-2001");
            then(fatima.find("#page").innerText()).contains("Signaal S-2001");
            seen(fatima, "signal");
        }
    }

    @Test
    @Order(6)
    void who_works_on_cases_finds_none_of_it() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            for (var page : new String[] {"officer/requests", "officer/requests/VB-000001"}) {
                noor.open(page);
                noor.see(".panel h2", "Dit kunt u niet bekijken");
            }
        }
    }
}
