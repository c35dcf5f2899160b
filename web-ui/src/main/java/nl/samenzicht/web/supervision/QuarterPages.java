package nl.samenzicht.web.supervision;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import nl.samenzicht.domain.supervision.Quarter;
import nl.samenzicht.domain.supervision.SupervisionService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;

/** What the pages of the data protection officer have in common. */
final class QuarterPages {
    private QuarterPages() {}

    static String address(Quarter quarter) {
        return "officer/supervision/" + quarter;
    }

    static String name(Quarter quarter, Locale locale) {
        return new Words()
                .getTranslation("supervision.quarter.name", locale, quarter.number(), Integer.toString(quarter.year()));
    }

    static TextArea words(String label) {
        var words = new TextArea(label);
        words.setHelperText(Terms.text("supervision.words.help", SupervisionService.SHORTEST_WORDS));
        words.setMaxLength(SupervisionService.LONGEST_WORDS);
        words.setMinHeight("144px");
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        return words;
    }
}
