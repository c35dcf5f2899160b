package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A signal from a school comes to a case: the teacher writes it on a phone and loses nothing, the coordinator asks, weighs and
 * concludes, the teacher hears what became of it and no more, and the privacy officer sees every step.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalIT {
    private static final String WORDS =
            "Een jongen uit klas 3 zegt dat hij via een spelletje een vriend leerde kennen voor wie hij nu pakketjes bezorgt.";
    private static String address;
    private static String number;

    private static void seen(Person person, String screen, Person.Setting setting) {
        Screenshots.take(person, "signal-" + screen, setting);
        Accessibility.check(person);
        then(person.complaints()).isEmpty();
    }

    private static void seen(Person person, String screen) {
        seen(person, screen, Person.Setting.DESK);
    }

    @Test
    @Order(1)
    void a_teacher_writes_it_down_on_a_phone_and_loses_nothing() {
        var phone = Person.Setting.PHONE;
        try (var meral = Person.at(phone).signIn("meral@dering.example")) {
            // given
            meral.open("signals");
            meral.find("#write-signal").click();
            meral.settle();
            meral.find("[data-field=observed] textarea").fill(WORDS);
            meral.find(".write-signal-bar")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Concept bewaard om \\d")))
                    .waitFor();
            // when all that is missing is said at once, with what was typed still there
            meral.find("#send-signal").click();
            meral.settle();
            then(meral.find("[data-field=observation][invalid], [data-field=to][invalid]")
                            .count())
                    .isEqualTo(2);
            meral.select("[data-field=to]", "Gemeente Waterdam");
            meral.page().reload();
            meral.settle();
            // then also to whom it goes was kept
            then(meral.find("[data-field=to]").innerText()).contains("Gemeente Waterdam");
            then(meral.find("[data-field=observed] textarea").inputValue()).isEqualTo(WORDS);
            seen(meral, "missing", phone);
            // when
            meral.radio("[data-field=observation]", "Van horen zeggen");
            meral.radio("[data-field=minor]", "Ja");
            meral.find("[data-field=givenNames] input").fill("Jesse");
            meral.find("#send-signal").click();
            meral.find(".signal-steps, .signal-acts").first().waitFor();
            meral.settle();
            // then
            address = meral.page().url().replaceAll(".*/(signals/[0-9a-f-]{36}).*", "$1");
            number = meral.find("h1").innerText().replaceAll(".*(S-\\d+).*", "$1");
            then(meral.find("#page").innerText()).contains(WORDS, "Gemeente Waterdam");
            seen(meral, "sent", phone);
            // and where it was written leads to what became of it
            meral.open(address + "/write");
            meral.find(".signal-steps, .signal-acts").first().waitFor();
            then(meral.page().url()).endsWith(address);
        }
    }

    @Test
    @Order(2)
    void the_coordinator_of_another_municipality_finds_nothing() {
        try (var daan = Person.atDesk("daan@heuvelrode.example")) {
            daan.open(address);
            then(daan.page().content()).doesNotContain(WORDS).doesNotContain(number);
            daan.open("signals?show=waiting");
            then(daan.page().content()).doesNotContain(number);
        }
    }

    @Test
    @Order(3)
    void noor_takes_it_and_asks_for_more() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open("signals?show=unassigned");
            seen(noor, "queue");
            noor.find("[data-signal='" + number + "'] a").click();
            noor.find(".signal-act-take").waitFor();
            noor.settle();
            then(noor.find("#page").innerText()).contains(WORDS, "J.").doesNotContain("Jesse");
            then(noor.find(".signal-act-accept").count()).isZero();
            // when
            noor.find(".signal-act-take").click();
            noor.settle();
            noor.find(".signal-act-ask-more").click();
            noor.find("vaadin-dialog-overlay textarea").fill("Kent u de naam van het spel?");
            noor.confirm();
            // then
            then(noor.find(".signal-badges").innerText()).contains("Wacht op antwoord");
            seen(noor, "asked");
        }
    }

    @Test
    @Order(4)
    void meral_is_told_of_the_question_and_answers() {
        try (var meral = Person.atDesk("meral@dering.example")) {
            // given
            meral.open("");
            then(meral.find(".tiles").innerText()).contains("vraag over een signaal van u");
            meral.open("notices");
            then(meral.find("#page").innerText()).contains("Er is een vraag over uw signaal.");
            // when
            meral.open(address);
            then(meral.find("#page").innerText()).contains("Kent u de naam van het spel?");
            meral.find(".signal-act-tell-more").click();
            meral.find("vaadin-dialog-overlay textarea").fill("Nee, wel dat het op zijn telefoon staat.");
            meral.confirm();
            // then
            then(meral.find("#page").innerText()).contains("Nee, wel dat het op zijn telefoon staat.");
            then(meral.find(".signal-act-assess").count()).isZero();
            seen(meral, "answered");
        }
    }

    @Test
    @Order(5)
    void noor_weighs_it_and_nothing_is_concluded_for_her() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            // given
            noor.open(address);
            noor.find(".signal-act-assess").click();
            noor.settle();
            then(noor.find(".score").getAttribute("data-outcome")).isEqualTo("NO_INDICATION");
            then(noor.find(".assess-right").innerText()).contains("een dwangmiddel is niet nodig");
            // when
            noor.find(".assess-group vaadin-details-summary")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Uitbuiting")))
                    .click();
            noor.find("[data-indicator='EX-01']").waitFor();
            noor.radio("[data-indicator='EX-01']", "Aanwezig");
            noor.radio("[data-indicator='EX-02']", "Aanwezig");
            // then
            then(noor.find(".score").getAttribute("data-outcome")).isEqualTo("PRESUMED_VICTIM_MINOR");
            then(noor.find(".assess-right [data-dimension=EX]").innerText()).contains("EX-01", "EX-02");
            then(noor.find(".assess-concluding [checked]").count()).isZero();
            noor.find("#record-assessment").click();
            noor.settle();
            then(noor.find(".assess-concluding .form-message").innerText()).contains("Kies een conclusie");
            seen(noor, "weighed");
            // when
            noor.radio(".assess-concluding", "Vermoedelijk slachtoffer van mensenhandel");
            noor.find(".assess-concluding textarea").fill("Een minderjarige die voor een ander pakketjes bezorgt.");
            noor.find("#record-assessment").click();
            noor.find(".signal-act-accept").waitFor();
            noor.settle();
            seen(noor, "concluded");
        }
    }

    @Test
    @Order(6)
    void she_takes_it_up_in_a_case_where_the_name_is_known() {
        try (var noor = Person.atDesk("noor@waterdam.example")) {
            noor.open(address);
            // when
            noor.find(".signal-act-accept").click();
            noor.find("vaadin-dialog-overlay").waitFor();
            noor.confirm();
            noor.page().waitForURL(Pattern.compile(".*/cases/.*"));
            noor.settle();
            // then
            then(noor.find("#page").innerText()).contains(WORDS, "Oordeel", "EX-01");
            seen(noor, "in-case");
            noor.find(".definitions-show").click();
            noor.find("vaadin-dialog-overlay .definitions-list").waitFor();
            then(noor.find("vaadin-dialog-overlay [data-definition]").count()).isEqualTo(5);
            seen(noor, "definitions");
            noor.page().keyboard().press("Escape");
            noor.page().navigate(noor.page().url().replaceAll("open=[A-Z]+", "open=ID"));
            noor.settle();
            then(noor.find("#page").innerText()).contains("Jesse");
        }
    }

    @Test
    @Order(7)
    void meral_hears_that_it_was_taken_up_and_no_more() {
        try (var meral = Person.atDesk("meral@dering.example")) {
            meral.open(address);
            then(meral.find("#page").innerText())
                    .contains("Opgepakt in een dossier")
                    .doesNotContain("SZ-")
                    .doesNotContain("Vermoedelijk slachtoffer")
                    .doesNotContain("EX-01");
        }
    }

    @Test
    @Order(8)
    void the_privacy_officer_sees_every_step() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            fatima.open("officer/log");
            then(fatima.find("#page").innerText())
                    .contains("Signaal " + number, "besliste over een signaal", "Noor van Dijk");
            seen(fatima, "log");
        }
    }
}
