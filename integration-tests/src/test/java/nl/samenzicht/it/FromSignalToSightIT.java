package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One girl, four people: a teacher writes down what she noticed, a coordinator takes it up and reports it to CoMensha, CoMensha
 * confirms, and a detective of another region who met the girl under another spelling hears that somebody knows her.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromSignalToSightIT {
    private static final String WORDS =
            "Een meisje uit klas 4 verkoopt naaktfoto's voor iemand die zij drie dagen kende van een spel, om "
                    + LocalTime.now();
    private static final String BORN = "07-05-2010";
    private static String signal;
    private static String caseAddress;
    private static String reference;

    private static void record(Person person, String given, String family) {
        person.see(".record-fields").click();
        person.see("[data-field=givenNames] input").fill(given);
        person.find("[data-field=familyName] input").fill(family);
        person.find("[data-field=birthDate] input").fill(BORN);
        person.find(".item-form-save").click();
        person.find(".item-form-save").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        person.settle();
    }

    @Test
    @Order(1)
    void a_teacher_sends_what_she_noticed() {
        try (var meral = Person.at(Person.Setting.PHONE).signIn("meral@dering.example")) {
            meral.open("signals");
            meral.find("#write-signal").click();
            meral.see("[data-field=observed] textarea").fill(WORDS);
            meral.select("[data-field=to]", "Gemeente Waterdam");
            meral.radio("[data-field=observation]", "Feit");
            meral.radio("[data-field=minor]", "Ja");
            meral.find("[data-field=givenNames] input").fill("Ylva");
            meral.find("[data-field=birthDate] input").fill(BORN);
            meral.find("#send-signal").click();
            meral.see(".signal-steps, .signal-acts");
            signal = meral.page().url().replaceAll(".*/(signals/[0-9a-f-]{36}).*", "$1");
        }
    }

    @Test
    @Order(2)
    void a_coordinator_takes_it_up_and_reports_it_without_a_name() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open(signal);
            noor.see(".signal-act-take").click();
            noor.see(".signal-badges", "In behandeling");
            noor.settle();
            noor.see(".signal-act-assess").click();
            noor.see(".assess-group vaadin-details-summary", "Uitbuiting").click();
            noor.see("[data-indicator='EX-01']");
            noor.radio("[data-indicator='EX-01']", "Aanwezig");
            noor.radio("[data-indicator='EX-02']", "Aanwezig");
            noor.radio(".assess-concluding", "Vermoedelijk slachtoffer van mensenhandel");
            noor.find(".assess-concluding textarea").fill("Zij is minderjarig en een ander verdient aan haar.");
            noor.find("#record-assessment").click();
            noor.see(".signal-act-accept").click();
            noor.see("vaadin-dialog-overlay");
            noor.confirm();
            noor.page().waitForURL(Pattern.compile(".*/cases/.*"));
            noor.settle();
            caseAddress = noor.page().url().replaceAll(".*/(cases/[0-9a-f-]{36}).*", "$1");
            noor.openCategory("ID");
            record(noor, "Ylva", "Achterbergh");
            // when
            noor.actOnPage("Melden bij CoMensha", "/report");
            noor.see(".report-begin").click();
            noor.see(".report-basis vaadin-radio-button", "anoniem").click();
            noor.see("[data-missing]");
            then(noor.find("[data-field=familyName], [data-field=birthDate]").count())
                    .isZero();
            Screenshots.take(noor, "sight-missing", Person.Setting.DESK);
            complete(noor);
            noor.find(".item-form-save").click();
            noor.see("[aria-current=step]", "Concept");
            noor.press("Gecontroleerd");
            noor.see("[aria-current=step]", "Gecontroleerd");
            noor.press("Versturen");
            noor.see("vaadin-dialog-overlay");
            noor.confirm();
            // then
            noor.see(".coop-told", "Verstuurd");
        }
    }

    /** Fills in what the form says is missing. */
    private static void complete(Person noor) {
        noor.select("[data-field=region]", "Midden-Nederland");
        noor.select("[data-field=gender]", "Vrouw");
        noor.select("[data-field=exploitation]", "Seksuele uitbuiting, binnenlands");
        noor.select("[data-field=sector]", "Seksuele dienstverlening");
        noor.select("[data-field=reported]", "Nog niet besloten");
        country(noor, "nationality");
        country(noor, "countryOfExploitation");
    }

    private static void country(Person noor, String field) {
        noor.find("[data-field=" + field + "] input").fill("Nederland");
        noor.find("vaadin-combo-box-overlay [role=option]:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Nederland\\s*$")))
                .first()
                .click();
        noor.settle();
    }

    @Test
    @Order(3)
    void comensha_confirms_and_does_not_know_who_it_is() {
        try (var lisa = Person.atDesk("lisa@comensha-demo.example")) {
            // given: it is carried within seconds
            var ours = lisa.find(".received-list .row:has-text('Nog te bevestigen') a")
                    .first();
            for (int i = 0; i < 20 && ours.count() == 0; i++) {
                lisa.page().waitForTimeout(500);
                lisa.open("received-reports");
            }
            // when
            ours.click();
            lisa.see(".received-opened vaadin-button");
            then(lisa.find(".received-opened").innerText())
                    .contains("Gemeente Waterdam")
                    .doesNotContain("Achterbergh", "Ylva", BORN)
                    // a number of a report may hold these four digits, also as a part between dashes
                    .doesNotContainPattern("(?<![0-9a-f]|[0-9a-f]{4}-)2010(?![0-9a-f])");
            lisa.find(".received-opened vaadin-button").click();
            reference = lisa.see(".coop-told", "CM-").innerText().replaceAll("(?s).*(CM-\\d{4}-\\d{6}).*", "$1");
        }
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.open(caseAddress);
            noor.actOnPage("Melden bij CoMensha", "/report");
            then(noor.see(".report-reference").innerText()).isEqualTo(reference);
        }
    }

    @Test
    @Order(4)
    void a_detective_of_another_region_hears_that_she_is_known() {
        try (var jurre = Person.atDesk("jurre@politie-kustland.example")) {
            // given
            jurre.open("cases");
            jurre.find("#open-case").click();
            jurre.pick("Eén organisatie");
            jurre.confirm();
            jurre.page().waitForURL(Pattern.compile("cases/[0-9a-f-]{36}"));
            jurre.settle();
            jurre.open(jurre.page().url().replaceAll(".*(cases/[0-9a-f-]{36}).*", "$1?purpose=D1"));
            jurre.openCategory("ID");
            record(jurre, "Ylwa", "van Achterberg");
            // when
            jurre.act("Elders bekend?");
            jurre.find("vaadin-dialog-overlay textarea").fill("Op straat gezien met een volwassen man");
            jurre.dialogAct().click();
            // then
            then(jurre.see(".elsewhere-answer").innerText()).isEqualTo("Bekend");
            then(jurre.find("vaadin-dialog-overlay").last().innerText()).doesNotContain("Waterdam", "Ylva", "school");
            Screenshots.take(jurre, "sight-known", Person.Setting.DESK);
            Accessibility.check(jurre);
            then(jurre.complaints()).isEmpty();
        }
    }
}
