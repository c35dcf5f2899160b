package nl.samenzicht.web.content;

import com.vaadin.flow.component.html.DescriptionList;
import java.util.Map;
import nl.samenzicht.domain.signal.Meldcode;
import nl.samenzicht.web.Terms;

/** The steps of the Meldcode that were recorded: taken, skipped because, or not come to yet. */
final class MeldcodeContent extends DescriptionList {
    private static final long serialVersionUID = 1L;

    MeldcodeContent(Map<String, String> values) {
        addClassNames("content-fields", "meldcode-content");
        var steps = Meldcode.of(values).steps();
        for (var step : Meldcode.Step.values()) {
            var taken = steps.get(step);
            add(
                    new Term(Terms.text("meldcode.step." + step)),
                    new Description(
                            taken == null
                                    ? Terms.text("meldcode.choice.NOT_YET")
                                    : Terms.text(
                                            taken.done() ? "meldcode.done" : "meldcode.skipped",
                                            Terms.day(taken.on()),
                                            taken.words())));
        }
    }
}
