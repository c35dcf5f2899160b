package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main job from beginning to end, as the people who do it: a case is opened and shared in part for one purpose, care works
 * on the plan, the police are refused and bring what they may, consent is withdrawn, youth care opens the case in an
 * emergency, and the privacy officer proves every step. Each part leaves the case as the next finds it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    private static final Pattern LOG_LINE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{2}");
    private static final String LIVING = "Slaapt bij een tante, tot vrijdag";
    private static String number;
    private static String address;

    private static void seen(Person person, String screen) {
        Screenshots.take(person, "job-" + screen, Person.Setting.DESK);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void noor_opens_a_case_and_brings_care_and_police_in() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // when
            noor.open("cases");
            noor.find("#open-case").click();
            noor.pick("Convenant");
            noor.type("Afspraak of privacyprotocol, met versie", "Convenant Aanpak Mensenhandel 2026, versie 2");
            noor.type("Laatste dag van het kader", "31-12-2027");
            noor.page().keyboard().press("Tab");
            noor.confirm();
            noor.page().waitForURL(Pattern.compile("cases/[0-9a-f-]{36}"));
            noor.settle();
            address = noor.page().url().replaceAll(".*(cases/[0-9a-f-]{36}).*", "$1");
            number = noor.find(".case-number").innerText();
            noor.openCategory("SIT");
            noor.find(".record-fields").click();
            noor.find("[data-field=living] textarea").fill(LIVING);
            noor.find("[data-field=network] textarea").fill("Een zus in Breda, die niets mag weten");
            noor.find(".item-form-save").click();
            noor.find(".item").waitFor();
            invite(noor, "Stichting De Luwte", "Hulp en ondersteuning");
            invite(noor, "Politie Middenland", "Opsporing");
            // then
            then(number).matches("SZ-\\d{6}");
            then(noor.find(".case-side").innerText()).contains("Stichting De Luwte", "Politie Middenland");
            seen(noor, "parties");
        }
        try (var amina = Person.atDesk("amina@deluwte.example")) {
            // then taking part opens nothing
            amina.open(address + "?purpose=D2&open=SIT");
            then(amina.page().content()).doesNotContain(LIVING);
        }
    }

    private static void invite(Person noor, String agency, String purpose) {
        noor.act("Deelnemer toevoegen");
        noor.find("vaadin-dialog-overlay vaadin-combo-box").first().waitFor();
        noor.choose("Organisatie", agency);
        noor.choose("Doel", purpose);
        noor.choose("Grondslag", "Wettelijke taak");
        noor.confirm();
        noor.find(".case-side")
                .filter(new Locator.FilterOptions().setHasText(agency))
                .waitFor();
    }

    @Test
    @Order(2)
    void noor_shares_on_consent_what_care_needs_and_care_sees_exactly_that() {
        String previewed;
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open(address + "/share?purpose=D2&category=SIT");
            noor.choose("Organisatie", "Stichting De Luwte");
            // when there is no consent yet
            noor.press("Toestemming vastleggen");
            noor.type("Leeftijd van de persoon nu", "24");
            seen(noor, "consent");
            noor.confirm();
            noor.find(".share-preview .content-fields").first().waitFor();
            noor.find(".share-preview vaadin-details-summary").click();
            noor.pick("Mensen om de persoon heen");
            noor.type("Bericht aan de ontvanger", "Voor de intake van morgen");
            noor.page().keyboard().press("Tab");
            noor.settle();
            previewed = noor.find(".share-preview .content-fields").first().innerText();
            then(previewed).contains(LIVING).doesNotContain("Breda");
            seen(noor, "share");
            noor.find(".share-foot vaadin-button").click();
            noor.page().waitForURL(Pattern.compile("shares"));
            noor.settle();
            // then
            then(noor.find(".share-row").first().innerText()).contains("Aangeboden");
        }
        try (var amina = Person.atDesk("amina@deluwte.example")) {
            amina.find(".tile")
                    .filter(new Locator.FilterOptions().setHasText("op uw antwoord"))
                    .click();
            amina.settle();
            var row = amina.find(".share-row").filter(new Locator.FilterOptions().setHasText(number));
            row.getByText("Aannemen").click();
            amina.settle();
            amina.open(address + "?purpose=D2&open=SIT");
            // then
            then(amina.find(".item .content-fields").first().innerText()).isEqualTo(previewed);
            then(amina.page().content()).doesNotContain("Breda");
            then(amina.find(".section-foot").innerText()).containsPattern(LOG_LINE);
            seen(amina, "received");
        }
    }

    @Test
    @Order(3)
    void amina_works_on_the_plan_and_shares_one_goal() {
        try (var amina = Person.atDesk("amina@deluwte.example")) {
            // given
            amina.open(address + "?purpose=D2&open=PLN");
            // when
            amina.press("Doel toevoegen");
            amina.choose("Leefgebied", "Huisvesting");
            amina.type("Situatie", "Kan tot vrijdag bij een tante blijven");
            amina.type("Doel", "Voor vrijdag is er een veilige kamer");
            amina.type("Waaraan ziet u dat het gelukt is?", "De sleutel is overhandigd");
            amina.type("In eigen woorden", "Ik wil een deur die op slot kan");
            amina.pick("De persoon is het eens met dit doel");
            amina.confirm();
            amina.press("Actie toevoegen");
            amina.type("Wat gaat er gebeuren?", "Opvang bellen, met tolk");
            amina.confirm();
            amina.press("Score");
            seen(amina, "plan-score");
            amina.find("vaadin-dialog-overlay vaadin-select").first().click();
            amina.find("vaadin-select-overlay [role=option]:visible")
                    .filter(new Locator.FilterOptions().setHasText("2"))
                    .first()
                    .click();
            amina.settle();
            amina.confirm();
            // then
            then(amina.find(".goal").innerText())
                    .contains(
                            "Voor vrijdag is er een veilige kamer",
                            "Opvang bellen, met tolk",
                            "Ik wil een deur die op slot kan");
            seen(amina, "plan");
            // when
            amina.press("Dit doel delen");
            amina.choose("Organisatie", "Gemeente Waterdam");
            amina.press("Toestemming vastleggen");
            amina.type("Leeftijd van de persoon nu", "24");
            amina.confirm();
            amina.find(".share-preview .goal").waitFor();
            amina.find(".share-foot vaadin-button").click();
            amina.page().waitForURL(Pattern.compile("shares"));
        }
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.open("shares?direction=in");
            noor.find(".share-row")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .getByText("Aannemen")
                    .click();
            noor.settle();
            noor.open(address + "?purpose=D2&open=PLN");
            // then
            then(noor.find(".goal").innerText()).contains("Voor vrijdag is er een veilige kamer");
            then(noor.find(".scores, .plan table").count())
                    .as("scores of care stay with care")
                    .isZero();
        }
    }

    @Test
    @Order(4)
    void ruben_is_refused_and_hears_why_and_brings_what_the_law_allows() {
        try (var ruben = Person.atDesk("ruben@politie-middenland.example")) {
            // when
            ruben.open(address + "?purpose=D5&open=SIT");
            // then
            then(ruben.find(".refusal .refusal-why").innerText()).isNotBlank();
            then(ruben.page().content()).doesNotContain(LIVING);
            seen(ruben, "police-refused");
            // when
            ruben.openCategory("STR");
            ruben.find(".record-fields").click();
            ruben.find("[data-field=agreements] textarea").fill("Bel eerst de zorgcoördinator");
            ruben.find("[data-field=investigation] textarea").fill("Loopt, onder leiding van het OM");
            ruben.find(".item-form-save").click();
            ruben.find(".item").waitFor();
            seen(ruben, "police-item");
            ruben.open(address + "/share?purpose=D3&category=STR");
            ruben.choose("Organisatie", "Gemeente Waterdam");
            then(ruben.find(".share-foot vaadin-button").count())
                    .as("nothing goes out without a decision")
                    .isZero();
            ruben.press("Verstrekkingsbesluit vastleggen");
            ruben.choose("Artikel", "20");
            ruben.type("Kenmerk van het besluit", "Wpg20-2026-118");
            ruben.find("vaadin-dialog-overlay vaadin-radio-button").nth(2).click();
            seen(ruben, "provision");
            ruben.confirm();
            ruben.find(".share-preview .content-fields").first().waitFor();
            then(ruben.find(".share-preview .content-fields").first().innerText())
                    .contains("Bel eerst de zorgcoördinator")
                    .doesNotContain("Loopt, onder leiding");
            seen(ruben, "police-share");
            ruben.find(".share-foot vaadin-button").click();
            ruben.page().waitForURL(Pattern.compile("shares"));
        }
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.open("shares?direction=in");
            noor.find(".share-row")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .filter(new Locator.FilterOptions().setHasText("Strafrecht"))
                    .getByText("Aannemen")
                    .click();
            noor.settle();
            noor.open(address + "?purpose=D3&open=STR");
            then(noor.find(".item").innerText())
                    .contains("Bel eerst de zorgcoördinator")
                    .doesNotContain("Loopt");
            noor.open(address + "?purpose=D2&open=STR");
            then(noor.page().content()).doesNotContain("Bel eerst de zorgcoördinator");
        }
    }

    @Test
    @Order(5)
    void consent_is_withdrawn_and_an_open_page_is_cleared() {
        try (var noor = Person.atDesk("noor@waterdam.example");
                var amina = Person.atDesk("amina@deluwte.example")) {
            // given
            amina.open(address + "?purpose=D2&open=SIT");
            amina.find(".item").waitFor();
            noor.open(address + "/consents?purpose=D2");
            var row = noor.find(".share-row").filter(new Locator.FilterOptions().setHasText("Situatie"));
            // when
            row.getByText("Intrekken").click();
            noor.find("vaadin-dialog-overlay").waitFor();
            then(noor.find("vaadin-dialog-overlay").innerText()).contains("stopt meteen", "Stichting De Luwte");
            seen(noor, "withdraw");
            noor.confirm();
            // then
            amina.find(".case-stale").waitFor();
            then(amina.page().content()).doesNotContain(LIVING);
            amina.open(address + "?purpose=D2&open=SIT");
            then(amina.find(".refusal").innerText()).contains("ingetrokken");
            seen(amina, "withdrawn");
        }
    }

    @Test
    @Order(6)
    void yara_opens_the_case_in_an_emergency_and_somebody_else_judges_it() {
        try (var yara = Person.atDesk("yara@debrug.example")) {
            yara.open("emergency");
            yara.find("vaadin-text-field input").fill(number);
            yara.find("textarea").fill("Ze belt en zegt dat hij beneden voor de deur staat.");
            yara.find(".emergency-panel > vaadin-button").click();
            yara.page().waitForURL(Pattern.compile("purpose=D4"));
            yara.find(".clock-emergency").waitFor();
            then(yara.find("[data-category=LOC]").getAttribute("data-state")).isNotEqualTo("open");
        }
        try (var jeroen = Person.atDesk("jeroen@debrug.example")) {
            jeroen.open("officer/emergencies");
            var card = jeroen.find(".emergency").filter(new Locator.FilterOptions().setHasText(number));
            then(card.innerText()).contains("voor de deur staat");
            card.getByText("Beoordeel", new Locator.GetByTextOptions().setExact(true))
                    .click();
            jeroen.pick("Rechtmatig");
            jeroen.type("Waarom oordeelt u zo?", "De nood was echt en de inzage bleef kort");
            seen(jeroen, "review");
            jeroen.confirm();
            then(jeroen.find(".emergency")
                            .filter(new Locator.FilterOptions().setHasText(number))
                            .count())
                    .isZero();
        }
    }

    @Test
    @Order(7)
    void the_platform_invites_an_agency_and_its_first_manager_and_sees_no_case() {
        var unique = UUID.randomUUID().toString().substring(0, 8);
        var address = "manager-" + unique + "@nieuw.example";
        String link;
        try (var beheer = Person.atDesk("beheer@samenzicht.example")) {
            beheer.open("admin/agencies");
            beheer.press("Nodig een organisatie uit");
            beheer.type("Naam van de organisatie", "Opvang Nieuw " + unique);
            beheer.choose("Soort", "Zorg");
            beheer.type("Naam van de eerste beheerder", "Dina Nieuw");
            beheer.type("Werkadres van de eerste beheerder", address);
            seen(beheer, "invite-agency");
            beheer.dialogAct().click();
            beheer.find(".once").waitFor();
            link = beheer.find(".once")
                    .evaluate("element => element.value || element.innerText || element.textContent")
                    .toString()
                    .strip();
            beheer.page().keyboard().press("Escape");
            beheer.open(MainJobIT.address + "?purpose=D2");
            then(beheer.page().content()).doesNotContain(number);
            beheer.open("cases");
            then(beheer.find(".case-link").count()).isZero();
        }
        try (var dina = Person.at(Person.Setting.DESK)) {
            dina.page().navigate(link);
            dina.settle();
            seen(dina, "choose-password");
            dina.type("Nieuw wachtwoord", "kort");
            dina.type("Nog een keer", "kort");
            dina.find("vaadin-button[theme~=primary]").click();
            dina.find("vaadin-password-field[invalid]").first().waitFor();
            dina.type("Nieuw wachtwoord", "paraplu fiets avond " + unique);
            dina.type("Nog een keer", "paraplu fiets avond " + unique);
            dina.find("vaadin-button[theme~=primary]").click();
            dina.page().waitForURL(Pattern.compile("PASSWORD_SET"));
            dina.page().navigate(link);
            dina.settle();
            then(dina.find("vaadin-password-field").count())
                    .as("a link works once")
                    .isZero();
        }
    }

    @Test
    @Order(8)
    void fatima_proves_each_step() throws IOException {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // when
            fatima.open("officer/log?case=" + number);
            // then
            var log = fatima.find(".log-table").innerText();
            then(log).contains("Noor van Dijk", "Amina Osman", "trok toestemming in", "De toestemming is ingetrokken");
            seen(fatima, "log");
            fatima.open("officer/log?outcome=REFUSED&purpose=INVESTIGATION&case=" + number);
            then(fatima.find(".log-table").innerText())
                    .as("that the police were refused, and not which detective")
                    .contains("Politie Middenland", "Geweigerd", "Situatie")
                    .doesNotContain("Ruben Visser");
            fatima.open("officer/looks?case=" + number);
            then(fatima.find(".looks-table").innerText()).contains("Amina Osman", "Yara de Wit");
            seen(fatima, "looks");
            fatima.open("officer/disclosures?case=" + number);
            then(fatima.find(".looks-table").innerText()).contains("Stichting De Luwte", "Toestemming");
            seen(fatima, "disclosures");
            fatima.open("officer/log?case=" + number);
            fatima.press("Neem mee als bestand");
            fatima.see("vaadin-dialog-overlay", "Tabel (CSV)");
            var download = fatima.page()
                    .waitForDownload(() -> fatima.find(".export-CSV").click());
            var csv = Files.readString(download.path());
            then(csv.lines().count()).isGreaterThan(15);
            then(csv).contains(number).doesNotContain(LIVING, "Breda");
            // when
            fatima.open("officer/verify");
            fatima.find(".verify-begin").click();
            fatima.find(".verify-whole, .verify-broken").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            // then
            then(fatima.find(".verify-outcome").innerText()).contains("Ja, het logboek is heel");
            seen(fatima, "verify");
            fatima.open("officer/log");
            then(fatima.find(".log-table").innerText()).contains("Fatima el Amrani");
        }
        try (var esther = Person.atDesk("esther@politie-middenland.example")) {
            esther.open("officer/log?outcome=REFUSED&case=" + number);
            then(esther.find(".log-table").innerText()).contains("Ruben Visser", "Opsporing");
        }
    }
}
