package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A victim is reported to CoMensha: the care coordinator is told what is missing and on what it rests, CoMensha reads the
 * report and not the case and confirms, the coordinator sees the number, and the privacy officer sees who got what.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportIT {
    private static final String CASE = "SZ-001001";
    private static String page;
    private static String reference;

    private static void seen(Person person, String screen) {
        Screenshots.take(person, "report-" + screen, Person.Setting.DESK);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void noor_is_told_what_is_missing_chooses_the_ground_and_sends() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.openCase(CASE);
            noor.actOnPage("Melden bij CoMensha", "/report");
            page = noor.page().url().replaceAll(".*/(cases/[0-9a-f-]{36}/report.*)", "$1");
            noor.find(".report-begin").click();
            noor.see(".report-basis");
            noor.settle();
            // then nothing is chosen for her
            then(noor.find(".report-content").count()).isZero();
            seen(noor, "ground");
            // when
            noor.find(".report-basis vaadin-radio-button")
                    .filter(new Locator.FilterOptions().setHasText("anoniem"))
                    .click();
            noor.settle();
            then(noor.find("[data-field=familyName]").count()).isZero();
            then(noor.find("[data-field=observed]").count()).isZero();
            seen(noor, "anonymous");
            noor.find(".report-basis vaadin-radio-button").first().click();
            noor.settle();
            then(noor.find("[data-missing]").innerText())
                    .contains("Regio van de melder", "Sector", "Land van uitbuiting", "Aangifte");
            seen(noor, "form");
            noor.select("[data-field=region]", "Midden-Nederland");
            noor.select("[data-field=sector]", "Nagels");
            noor.select("[data-field=reported]", "Nog niet besloten");
            noor.find("[data-field=countryOfExploitation] input").fill("Nederland");
            noor.find("vaadin-combo-box-overlay [role=option]:visible")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Nederland\\s*$")))
                    .first()
                    .click();
            noor.settle();
            noor.find(".item-form-save").click();
            noor.see("[aria-current=step]", "Concept");
            noor.settle();
            seen(noor, "concept");
            noor.press("Gecontroleerd");
            noor.press("Versturen");
            seen(noor, "send");
            noor.confirm();
            // then
            noor.see(".coop-told", "Verstuurd");
            noor.see("[aria-current=step]", "Verzonden");
        }
    }

    @Test
    @Order(2)
    void lisa_reads_the_report_and_not_the_case_and_confirms() {
        try (var lisa = Person.atDesk("lisa@comensha-demo.example")) {
            // given: it is carried within seconds
            var arrived = lisa.find(".received-list .row:has-text('Nog te bevestigen') a")
                    .first();
            for (int i = 0; i < 20 && arrived.count() == 0; i++) {
                lisa.page().waitForTimeout(500);
                lisa.open("received-reports");
            }
            // when
            arrived.click();
            lisa.see(".received-opened vaadin-button");
            lisa.settle();
            // then
            then(lisa.find(".received-opened").innerText())
                    .contains("Gemeente Waterdam", "Tran (verzonnen)", "Arbeidsuitbuiting")
                    .doesNotContain("999990019");
            seen(lisa, "received");
            lisa.find(".received-opened vaadin-button").click();
            reference = lisa.see(".coop-told", "CM-").innerText().replaceAll("(?s).*(CM-\\d{4}-\\d{6}).*", "$1");
            // and the case is not there for her
            lisa.open(page.replaceAll("/report.*", "?purpose=D7"));
            then(lisa.page().content()).doesNotContain("Tran (verzonnen)").doesNotContain(CASE);
        }
    }

    @Test
    @Order(3)
    void noor_sees_the_number_and_exactly_what_she_sent() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // when
            noor.open(page);
            // then
            then(reference).matches("CM-\\d{4}-\\d{6}");
            then(noor.see(".report-reference").innerText()).isEqualTo(reference);
            then(noor.find("[aria-current=step]").innerText()).contains("Ontvangen");
            noor.find(".report-messages vaadin-details-summary").click();
            noor.settle();
            then(noor.find(".report-messages .report-values").innerText()).contains("Tran (verzonnen)", "Nagels");
            seen(noor, "reference");
        }
    }

    @Test
    @Order(4)
    void the_privacy_officer_sees_the_disclosure() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // when
            fatima.open("officer/disclosures?case=" + CASE);
            // then
            then(fatima.find("#page").innerText()).contains("CoMensha (demo)");
            fatima.open("officer/log?case=" + CASE + "&action=REPORT");
            then(fatima.find("#page").innerText())
                    .contains("Noor van Dijk")
                    .containsPattern("deed een melding bij CoMensha|Melden bij CoMensha");
            seen(fatima, "disclosure");
        }
    }
}
