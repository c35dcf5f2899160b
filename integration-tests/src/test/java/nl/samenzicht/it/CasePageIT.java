package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of cases and the page of one, as people work with them. */
class CasePageIT {

    private static final Pattern LOG_LINE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{2}");

    static List<Person.Setting> settings() {
        var desk = Person.Setting.DESK;
        var phone = Person.Setting.PHONE;
        return List.of(desk, desk.in("en-GB"), desk.inDark(), phone, phone.in("en-GB"), phone.inDark());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void noor_reads_a_case_for_one_purpose_and_sees_that_it_was_recorded(Person.Setting setting) {
        try (var noor = Person.at(setting).signIn("noor@waterdam.example")) {
            // given
            noor.open("cases");
            Screenshots.take(noor, "cases", setting);
            Accessibility.check(noor);
            // when
            noor.openCase("SZ-001001");
            // then
            then(noor.page().title()).startsWith("SZ-001001 ").doesNotContain("Linh");
            Screenshots.take(noor, "case", setting);
            Accessibility.check(noor);
            // when
            noor.openCategory("SIT");
            // then
            then(noor.find(".section-foot").innerText()).containsPattern(LOG_LINE);
            Screenshots.take(noor, "case-situation", setting);
            Accessibility.check(noor);
            // when a category is refused
            noor.openCategory("STR");
            // then it says why in the place of content
            then(noor.find(".refusal .refusal-why").innerText()).isNotBlank();
            then(noor.find(".refusal").innerText()).containsPattern(LOG_LINE);
            Screenshots.take(noor, "case-refused", setting);
            Accessibility.check(noor);
            // when the purpose is switched
            noor.find(".purpose-chip").click();
            noor.find("vaadin-dialog-overlay vaadin-radio-button").nth(2).waitFor();
            Screenshots.take(noor, "case-purpose", setting);
            Accessibility.check(noor);
            noor.find("vaadin-dialog-overlay vaadin-radio-button").nth(2).click();
            noor.settle();
            noor.dialogAct().click();
            noor.page().waitForURL(Pattern.compile("purpose=D3"));
            noor.settle();
            // then
            then(noor.find(".purpose-chip").getAttribute("data-purpose")).isEqualTo("D3");
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void noor_opens_a_case_and_records_changes_and_looks_back() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open("cases");
            noor.find("#open-case").click();
            noor.dialogAct().click();
            noor.page().waitForURL(Pattern.compile("cases/[0-9a-f-]{36}"));
            noor.settle();
            noor.openCategory("SIT");
            // when
            noor.find(".record-fields").click();
            noor.find("[data-field=living] textarea").fill("Logeert bij een vriendin");
            noor.find("[data-field=dayActivity] input").fill("Nog niets");
            Screenshots.take(noor, "case-recording", Person.Setting.DESK);
            Accessibility.check(noor);
            noor.find(".item-form-save").click();
            noor.find(".item").waitFor();
            // then
            then(noor.find(".item").innerText())
                    .contains("Logeert bij een vriendin")
                    .contains("Noor van Dijk")
                    .contains("Versie 1");
            // when
            noor.find(".item-change").click();
            noor.find("[data-field=dayActivity] input").fill("Taalles op maandag");
            noor.find(".item-form-save").click();
            noor.find(".item .item-history").waitFor();
            noor.find(".item-history").click();
            noor.find(".versions").waitFor();
            // then
            then(noor.find(".version-changed").innerText())
                    .contains("Nog niets")
                    .contains("Taalles op maandag");
            then(noor.find(".version-changed").count()).isEqualTo(1);
            Screenshots.take(noor, "case-history", Person.Setting.DESK);
            Accessibility.check(noor);
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void a_mistake_is_said_beside_its_field_and_leaving_a_draft_asks_first() {
        try (var noor = Person.at(Person.Setting.PHONE).signIn("noor@waterdam.example")) {
            // given
            noor.openCase("SZ-001001");
            noor.openCategory("ID");
            noor.find(".record-fields").click();
            noor.find("[data-field=birthDate] input").fill("31-02-1999");
            // when
            noor.find(".item-form-save").click();
            noor.find("[data-field=birthDate][invalid]").waitFor();
            // then
            then(noor.find("[data-field=birthDate] input").inputValue()).isEqualTo("31-02-1999");
            Screenshots.take(noor, "case-mistake", Person.Setting.PHONE);
            Accessibility.check(noor);
            // when
            noor.find(".case-tab").first().click();
            noor.find("[data-category=SIT]").click();
            // then
            noor.find("vaadin-dialog-overlay").waitFor();
            then(noor.page().url()).contains("open=ID");
            noor.dialogAct().click();
            noor.find("vaadin-dialog-overlay")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void a_masked_number_is_shown_only_to_who_says_what_for() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.openCase("SZ-001001");
            noor.openCategory("BSN");
            then(noor.page().content()).contains("••••••019").doesNotContain("999990019");
            // when
            noor.find(".item-reveal").click();
            noor.find("vaadin-dialog-overlay textarea").fill("kort");
            noor.dialogAct().click();
            // then
            noor.find("vaadin-dialog-overlay .form-message-shown").waitFor();
            then(noor.page().content()).doesNotContain("999990019");
            // when
            noor.find("vaadin-dialog-overlay textarea").fill("Aanvraag van een uitkering");
            noor.dialogAct().click();
            noor.find(".revealed").waitFor();
            // then
            then(noor.find(".revealed").innerText()).isEqualTo("999990019");
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    void two_people_who_change_one_item_both_see_what_the_other_did() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.openCase("SZ-001002");
            noor.openCategory("KIN");
            var second = noor.page().context().newPage();
            second.navigate(noor.page().url());
            noor.find(".item-change").click();
            noor.find("[data-field=school] input").fill("Vmbo 3");
            second.locator(".item-change").click();
            second.locator("[data-field=school] input").fill("Mbo 1");
            second.locator("[data-field=guardian] textarea, [data-field=guardian] input")
                    .first()
                    .fill("Voogd is aangevraagd");
            second.locator(".item-form-save").click();
            second.locator(".item").waitFor();
            // when
            noor.find(".item-form-save").click();
            noor.find(".merge-choice").first().waitFor();
            // then nothing was overwritten, and the field that both changed waits for a choice
            then(noor.find(".merge").innerText()).contains("Vmbo 3").contains("Mbo 1");
            Screenshots.take(noor, "case-merge", Person.Setting.DESK);
            Accessibility.check(noor);
            noor.dialogAct().click();
            noor.find("vaadin-dialog-overlay .form-message-shown").waitFor();
            noor.find(".merge-choice")
                    .first()
                    .locator("vaadin-radio-button")
                    .first()
                    .click();
            noor.find("vaadin-dialog-overlay vaadin-radio-button[checked]")
                    .first()
                    .waitFor();
            noor.settle();
            // when
            for (var choice : noor.find(".merge-choice").all()) {
                if (choice.innerText().contains("Mbo 1")) {
                    choice.locator("vaadin-radio-button").first().click();
                } else {
                    choice.locator("vaadin-radio-button").last().click();
                }
                noor.settle();
            }
            noor.dialogAct().click();
            noor.find(".item .item-change").waitFor();
            // then
            then(noor.find(".item").innerText()).contains("Vmbo 3").contains("Voogd is aangevraagd");
            then(noor.complaints()).isEmpty();
        }
    }

    @Test
    @Tag("alone")
    void what_the_police_keep_back_leaves_open_pages_and_then_looks_like_nothing() {
        try (var ingrid = Person.atDesk("ingrid@zvh-delta.example");
                var ruben = Person.atDesk("ruben@politie-middenland.example")) {
            // given
            ingrid.openCase("SZ-001003");
            ingrid.openCategory("STR");
            then(ingrid.find(".item").innerText()).contains("begeleider");
            ruben.openCase("SZ-001003");
            ruben.openCategory("STR");
            // when
            ruben.find(".item-embargo").first().click();
            ruben.find("vaadin-dialog-overlay textarea").fill("Aanhouding is aanstaande");
            ruben.dialogAct().click();
            ruben.find("vaadin-dialog-overlay")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            long done = System.nanoTime();
            ingrid.find(".case-stale").waitFor();
            long millis = (System.nanoTime() - done) / 1_000_000;
            // then
            then(millis).as("milliseconds until the open page was cleared").isLessThan(2_000);
            then(ingrid.page().content()).doesNotContain("begeleider");
            Screenshots.take(ingrid, "case-stale", Person.Setting.DESK);
            Accessibility.check(ingrid);
            // when
            ingrid.find(".case-stale vaadin-button").click();
            ingrid.find(".refusal").waitFor();
            var keptBack = shape(ingrid);
            ingrid.openCategory("DER");
            // then what was kept back stands as the other category of which the police provide and have provided
            // nothing
            then(keptBack).isEqualTo(shape(ingrid)).contains("niet met u gedeeld", "verstrekkingsbesluit");
            then(ingrid.find("[data-category=STR]").innerText()).contains("Niet met u gedeeld");
            then(ruben.find(".item").count()).isPositive();
            then(ingrid.complaints()).isEmpty();
            then(ruben.complaints()).isEmpty();
        }
    }

    /** What stands in the middle without the name of the category and the number of the log line. */
    private static String shape(Person person) {
        return LOG_LINE.matcher(person.find(".refusal").innerText()).replaceAll("…") + "|"
                + person.find(".refusal vaadin-button").allInnerTexts();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void a_case_that_is_not_mine_and_one_that_does_not_exist_answer_alike(Person.Setting setting) {
        try (var daan = Person.at(setting).signIn("daan@heuvelrode.example");
                var noor = Person.at(setting).signIn("noor@waterdam.example")) {
            // given
            noor.openCase("SZ-001001");
            var address = noor.page().url().replaceAll(".*/(cases/[0-9a-f-]{36}).*", "$1");
            // when
            daan.open(address);
            var notMine = daan.find("#page").innerText();
            daan.open("cases/01a20bb2-7e27-7dce-8ddd-46be40d1dc37");
            var absent = daan.find("#page").innerText();
            daan.open("cases/niet-een-nummer");
            var malformed = daan.find("#page").innerText();
            // then
            then(notMine).isEqualTo(absent).isEqualTo(malformed).isNotBlank();
            then(statusOf(daan, address))
                    .isEqualTo(statusOf(daan, "cases/01a20bb2-7e27-7dce-8ddd-46be40d1dc37"))
                    .isEqualTo(statusOf(daan, "cases/niet-een-nummer"));
            Screenshots.take(daan, "case-missing", setting);
            Accessibility.check(daan);
            daan.open("emergency");
            Screenshots.take(daan, "emergency", setting);
            Accessibility.check(daan);
            then(daan.complaints()).isEmpty();
        }
    }

    private static int statusOf(Person person, String path) {
        return person.page().request().get(person.url() + path).status();
    }

    @Test
    void in_an_emergency_a_case_opens_by_its_number_for_a_while_and_never_its_location() {
        try (var yara = Person.atDesk("yara@debrug.example")) {
            // given
            yara.open("emergency");
            // when
            yara.find("vaadin-text-field input").fill("SZ-001001");
            yara.find("textarea").fill("Ze belt in paniek en zegt dat hij voor de deur staat.");
            yara.find(".emergency-panel > vaadin-button").click();
            yara.page().waitForURL(Pattern.compile("cases/[0-9a-f-]{36}\\?purpose=D4"));
            yara.find(".clock-emergency").waitFor();
            // then
            then(yara.find(".purpose-chip").getAttribute("data-purpose")).isEqualTo("D4");
            then(yara.find("[data-category=LOC]").getAttribute("data-state")).isNotEqualTo("open");
            yara.page().waitForFunction("() => /0:5\\d|1:00/.test(document.querySelector('[data-until]').textContent)");
            Screenshots.take(yara, "case-emergency", Person.Setting.DESK);
            Accessibility.check(yara);
            then(yara.complaints()).isEmpty();
        }
    }

    @Test
    void a_page_clears_itself_when_its_session_ends_elsewhere() {
        try (var amina = Person.atDesk("amina@deluwte.example")) {
            // given
            amina.openCase("SZ-001001");
            amina.openCategory("SIT");
            Page other = amina.page().context().newPage();
            other.navigate(amina.url() + "account");
            other.locator(".me").click();
            // when
            other.getByText("Afmelden").last().click();
            // then
            amina.page().waitForFunction("() => !document.body.innerText.includes('Verblijft tijdelijk')");
            then(amina.page().content()).doesNotContain("Verblijft tijdelijk");
        }
    }

    @Test
    void who_is_signed_out_elsewhere_finds_the_way_in_and_signs_in_again() {
        try (var here = Person.atDesk("daan@heuvelrode.example");
                var there = Person.atDesk("daan@heuvelrode.example")) {
            // when they do something
            here.open("cases");
            endOthers(there);
            // the page may have been told already
            here.page().evaluate("() => document.querySelector('vaadin-checkbox label')?.click()");
            // then
            here.page().waitForURL(Pattern.compile("sign-in"));
            here.settle();
            Screenshots.take(here, "sign-in-again", Person.Setting.DESK);
            here.signIn("daan@heuvelrode.example");
            then(here.page().url()).doesNotContain("sign-in");
            // when they open a page
            endOthers(there);
            here.open("rulebook");
            then(here.find("#sign-in").isVisible()).isTrue();
            here.page().getByLabel("E-mailadres van uw werk").fill("daan@heuvelrode.example");
            here.find("vaadin-password-field input").fill(Person.PASSWORD);
            here.find("#sign-in").click();
            // then
            here.page().waitForURL(Pattern.compile("rulebook"));
        }
    }

    private static void endOthers(Person person) {
        person.open("account");
        var others = person.find("vaadin-button:has-text('Beëindigen')");
        for (int left = others.count(); left > 0; left--) {
            others.first().click();
            person.settle();
        }
    }

    @Test
    void lists_and_shortcuts_work_by_keyboard_alone() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // when
            noor.page().keyboard().press("g");
            noor.page().keyboard().press("c");
            noor.page().waitForURL(Pattern.compile("/cases"));
            noor.settle();
            noor.page().keyboard().press("/");
            noor.page().keyboard().type("SZ-00100");
            noor.page().waitForURL(Pattern.compile("text=SZ-00100"));
            noor.settle();
            noor.find(".case-link").first().focus();
            noor.page().keyboard().press("ArrowDown");
            noor.page().keyboard().press("Enter");
            noor.page().waitForURL(Pattern.compile("cases/[0-9a-f-]{36}"));
            noor.settle();
            noor.find(".rail-item").first().focus();
            noor.page().keyboard().press("ArrowDown");
            noor.page().keyboard().press("Enter");
            // then
            noor.page().waitForURL(Pattern.compile("open=BSN"));
            noor.settle();
            noor.page().keyboard().press("?");
            noor.find(".keys").waitFor();
            Screenshots.take(noor, "shortcuts", Person.Setting.DESK);
            Accessibility.check(noor);
            noor.page().keyboard().press("Escape");
            then(noor.complaints()).isEmpty();
        }
    }
}
