package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A privacy officer asks who could see what, and what would be left without consent. */
class WhoSeesIT {
    private static final Pattern LOG_LINE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{2}");
    private static final String CARE = "tr:has-text('Stichting De Luwte')";

    @Test
    void fatima_sees_who_can_see_what_and_what_a_withdrawal_would_close() {
        try (var fatima = Person.atDesk("fatima@waterdam.example")) {
            // when
            fatima.open("officer/who");
            fatima.type("Dossiernummer", "SZ-001001");
            fatima.press("Toon");
            // then
            fatima.see("h2", "SZ-001001");
            fatima.see(CARE, "De hulpverlener leest wat anderen deelden voor hulp en ondersteuning.");
            then(fatima.find("td:has-text('Amina')").count())
                    .as("names of people elsewhere")
                    .isZero();
            fatima.see("td", "Noor van Dijk");
            // when
            fatima.choose("Stel dat", "Alle toestemmingen zijn ingetrokken");
            // then
            fatima.see("h3", "Dit zou dichtgaan");
            fatima.see(".log-table >> nth=0 >> " + CARE);
            then(fatima.find(".log-table >> nth=1 >> " + CARE).count()).isZero();
            Accessibility.check(fatima);
            then(fatima.complaints()).isEmpty();
        }
    }

    @Test
    void the_question_is_in_the_log_and_only_an_officer_may_ask() {
        try (var fatima = Person.atDesk("fatima@waterdam.example");
                var noor = Person.atDesk("noor@waterdam.example")) {
            // when
            fatima.open("officer/who?case=SZ-001001&supposed=FRAMEWORK_ENDED");
            var said = LOG_LINE.matcher(fatima.find(".hint").last().innerText());
            then(said.find()).isTrue();
            // lines are in the log within a second
            fatima.page().waitForTimeout(1_500);
            fatima.open("officer/log?code=" + said.group());
            fatima.find("vaadin-button.log-code").first().click();
            // then
            fatima.see("vaadin-dialog-overlay", "could-see; case=SZ-001001; supposed=FRAMEWORK_ENDED");
            // when
            noor.open("officer/who?case=SZ-001001");
            // then
            noor.see("h2", "Dit kunt u niet bekijken");
            then(noor.find(".log-table").count()).isZero();
        }
    }
}
