package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A coordinator takes cases out in the field's standard; the privacy officer sees that they left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportIT {
    private static final String CASE = "SZ-001001";

    private static void choose(Person noor, String recipient) {
        noor.find(".export-cases vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(CASE))
                .click();
        noor.choose("Voor welke organisatie", recipient);
    }

    @Test
    @Order(1)
    void noor_sees_what_would_leave_makes_the_file_and_fetches_it_once() throws IOException {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open("export");
            noor.find("#export-check").click();
            noor.see(".form-message", "Kies ten minste één dossier.");
            choose(noor, "Gemeente Heuvelrode");
            // when
            noor.find("#export-check").click();
            noor.see("#export-result", "Dit zou van 1 dossier naar buiten gaan");
            noor.find("#export-run").click();
            // then a file without a reason is not made
            noor.see(".form-message", "Schrijf in 10 tot 300 tekens op waarom.");
            // when
            noor.type("Waarom", "Overdracht van de hulp aan de buurgemeente");
            noor.find("#export-run").click();
            var link = noor.see("[data-once]");
            Screenshots.take(noor, "export-done", Person.Setting.DESK);
            Accessibility.check(noor);
            var download = noor.page().waitForDownload(link::click);
            var text = unzipped(Files.readAllBytes(download.path()));
            // then
            then(download.suggestedFilename()).startsWith("htcds-2.0-").endsWith(".xlsx");
            then(text).contains("Type of Exploitation").doesNotContain("First Name", CASE, "Noor");
            then(noor.complaints()).isEmpty();
            // when it is fetched again
            var address = noor.url() + link.getAttribute("href").replaceFirst("^\\.?/", "");
            // then
            then(noor.page().request().get(address).status()).isEqualTo(410);
        }
    }

    private static String unzipped(byte[] file) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    @Order(2)
    void to_another_domain_nothing_leaves_without_consent_for_it() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.open("export");
            choose(noor, "Opvang Noorderlicht");
            // when
            noor.find("#export-check").click();
            // then
            noor.see("#export-result", "Hiervan kan niets naar buiten");
            noor.see(".export-part", CASE);
            then(noor.find("#export-run").count()).isZero();
        }
    }

    @Test
    @Order(3)
    void fatima_sees_the_disclosure_and_a_detective_is_refused() {
        try (var fatima = Person.atDesk("fatima@waterdam.example");
                var ruben = Person.atDesk("ruben@politie-middenland.example")) {
            // when
            fatima.open("officer/disclosures?case=" + CASE);
            // then
            fatima.see("tr:has-text('Gemeente Heuvelrode')", "Uit het systeem gehaald");
            // when
            ruben.open("export");
            // then
            ruben.see(".coop-refused, .empty-state");
            then(ruben.find(".export-cases").count()).isZero();
        }
    }
}
