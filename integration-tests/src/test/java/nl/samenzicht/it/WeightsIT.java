package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The platform administrator enters an official list: it is seen beforehand what changes, and the one before stays to be seen. */
class WeightsIT {

    @Test
    void robin_enters_a_list_and_sees_beforehand_what_it_changes() {
        try (var robin = Person.atDesk("beheer@samenzicht.example")) {
            // given
            robin.open("admin/weights");
            then(robin.see(".admin-list").innerText()).contains("66 van de 67 gewichten voorlopig");
            robin.find(".weights-group vaadin-details-summary")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Uitbuiting")))
                    .click();
            robin.see("[data-indicator='EX-04'] vaadin-select-value-button").click();
            robin.find("vaadin-select-overlay [role=option]:visible")
                    .filter(new Locator.FilterOptions().setHasText("sterk"))
                    .click();
            robin.see("[data-indicator='EX-04'] .weights-badge", "Gewijzigd");
            // when the source is missing
            robin.find("#check-weights").click();
            robin.see("vaadin-dialog-overlay", "middel → sterk");
            robin.dialogAct().click();
            robin.see("vaadin-dialog-overlay .form-message", "Noem de bron");
            robin.find("vaadin-dialog-overlay vaadin-button").first().click();
            robin.settle();
            // then what was chosen is still there
            robin.see("[data-indicator='EX-04'] .weights-badge", "Gewijzigd");
            // when
            robin.type("Bron", "Een verzonnen lijst voor dit verhaal, 2026");
            robin.find("#check-weights").click();
            robin.see("vaadin-dialog-overlay", "Alle 67 gewichten heten dan officieel");
            robin.confirm();
            // then
            then(robin.see(".coop-told", "Versie 101").innerText()).contains("is ingevoerd");
            then(robin.find(".admin-list").innerText())
                    .contains("Een verzonnen lijst voor dit verhaal, 2026", "geldt nu", "gold vanaf 1 januari 2026");
            // and the page is there again for who hears it read
            robin.page()
                    .waitForFunction("() => !document.querySelector('vaadin-app-layout').shadowRoot"
                            + ".querySelector('[aria-hidden=true]')");
            Screenshots.take(robin, "weights-entered", Person.Setting.DESK);
            Accessibility.check(robin);
            then(robin.complaints()).isEmpty();
        }
    }
}
