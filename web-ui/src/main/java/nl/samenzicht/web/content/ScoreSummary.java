package nl.samenzicht.web.content;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.domain.indicator.Dimension;
import nl.samenzicht.domain.indicator.Indicator;
import nl.samenzicht.domain.indicator.Score;
import nl.samenzicht.domain.indicator.Score.DimensionScore;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/**
 * Where the indicators point, with the ones that made it, per dimension. It says of itself that it concludes nothing, that
 * means are not needed for a minor, and that weights are provisional where they are.
 */
public class ScoreSummary extends Div {
    private static final long serialVersionUID = 1L;

    /** Shows what the observations add up to. */
    public ScoreSummary(Score score) {
        addClassName("score");
        getElement().setAttribute("data-outcome", score.outcome().name());
        var outcome = new Span(Terms.of(score.outcome()));
        outcome.addClassName("score-outcome");
        var meaning = new Paragraph(Terms.text("score.meaning." + score.outcome()));
        add(outcome, meaning);
        if (score.profile().isChild()) {
            add(notice("score.minor"));
        }
        if (score.provisional()) {
            add(notice("score.provisional"));
        }
        var list = new UnorderedList();
        list.addClassName("score-dimensions");
        for (var dimension : Dimension.values()) {
            list.add(row(
                    dimension,
                    score.dimensions().get(dimension),
                    score.profile().isChild()));
        }
        add(list);
        if (!score.practiceSignals().isEmpty()) {
            add(new Paragraph(
                    Terms.text("score.practice", score.practiceSignals().size())));
        }
        var reserve = new Paragraph(Terms.text("score.reserve"));
        reserve.addClassName("hint");
        add(reserve);
    }

    private static Paragraph notice(String key) {
        var notice = new Paragraph(Terms.text(key));
        notice.addClassName("item-notice");
        return notice;
    }

    private static ListItem row(Dimension dimension, DimensionScore score, boolean child) {
        var name = new Span(Terms.of(dimension));
        name.addClassName("score-name");
        var unneeded = child && dimension.isMeans();
        var verdict = new Badge(
                Terms.text(score.positive() ? "score.positive" : "score.not-positive"),
                score.positive() ? Tone.WARN : Tone.QUIET);
        var head = new Div(name, verdict);
        head.addClassName("score-head");
        var row = new ListItem(head);
        row.getElement().setAttribute("data-dimension", dimension.name());
        row.getElement().setAttribute("data-positive", score.positive());
        if (unneeded) {
            row.add(hint(Terms.text("score.means-unneeded")));
        }
        var made = made(score);
        if (!made.isEmpty()) {
            row.add(hint(made));
        }
        if (score.provisional()) {
            row.add(hint(Terms.text("score.provisional.here")));
        }
        return row;
    }

    private static String made(DimensionScore score) {
        var parts = new ArrayList<String>();
        add(parts, "score.strong", score.strong());
        add(parts, "score.medium", score.medium());
        add(parts, "score.weak", score.weak());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, String key, List<Indicator> indicators) {
        if (!indicators.isEmpty()) {
            parts.add(Terms.text(
                    key,
                    indicators.size(),
                    indicators.stream().map(Indicator::code).collect(Collectors.joining(", "))));
        }
    }

    private static Span hint(String words) {
        var hint = new Span(words);
        hint.addClassName("hint");
        return hint;
    }
}
