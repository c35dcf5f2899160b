package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A presumed victim who is not reported stays in sight of who can report, and is a figure for policy. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GapIT {
    private static final String SIGNAL = "[data-signal='S-2003']";

    @Test
    @Order(1)
    void daan_is_nudged_takes_it_up_and_says_why_not_yet() {
        try (var daan = Person.atDesk("daan@heuvelrode.example")) {
            // given
            daan.see("#page", "vermoedelijk slachtoffer nog niet gemeld");
            daan.open("gap");
            daan.see(SIGNAL, "Nog niet in een dossier");
            // when
            daan.press("Beslis over het signaal");
            daan.see(".signal-act-accept").click();
            daan.see("vaadin-dialog-overlay");
            daan.confirm();
            daan.page().waitForURL(Pattern.compile(".*/cases/.*"));
            daan.settle();
            daan.open("gap");
            // then
            daan.see(SIGNAL, "Nog niet begonnen");
            // when nothing is chosen the dialog says what is missing
            daan.press("Zeg waarom nog niet");
            daan.see("vaadin-dialog-overlay");
            daan.dialogAct().click();
            daan.see("vaadin-dialog-overlay", "Kies een reden uit de lijst van vandaag.");
            daan.pick("Nu melden is niet veilig");
            daan.find("vaadin-dialog-overlay textarea").fill("Zijn werkgever leest zijn post");
            daan.confirm();
            // then
            daan.see(SIGNAL, "Nu melden is niet veilig: Zijn werkgever leest zijn post");
            Screenshots.take(daan, "gap-list", Person.Setting.DESK);
            Accessibility.check(daan);
            // when
            daan.press("Bereid de melding voor");
            // then
            daan.page().waitForURL(Pattern.compile(".*/report\\?task=REGISTRATION"));
            then(daan.complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void policy_sees_figures_in_which_nobody_can_be_recognised_and_others_see_none() {
        try (var bram = Person.at(Person.Setting.DESK).signIn("bram@waterdam.example", 1);
                var daan = Person.atDesk("daan@heuvelrode.example")) {
            // when
            bram.open("gap/figures");
            // then
            bram.see(".panel", "Minder dan 5 signalen van een vermoedelijk slachtoffer");
            then(bram.find("#page").innerText()).doesNotContain("Heuvelrode", "S-2003", "werkgever");
            Accessibility.check(bram);
            then(bram.complaints()).isEmpty();
            // when
            daan.open("gap/figures");
            // then
            daan.see(".coop-refused", "logregel");
        }
    }
}
