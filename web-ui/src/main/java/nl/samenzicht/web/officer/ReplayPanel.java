package nl.samenzicht.web.officer;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.DecisionReviews;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.oversight.Replay;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.web.shell.Badge;

/** Makes the decision of a line again with the rulebook of then, and says what came out and what must have been so. */
final class ReplayPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;

    ReplayPanel(LogWords words, DecisionReviews reviews, EntryCode line) {
        this.words = words;
        addClassName("replay");
        getElement().setAttribute("aria-live", "polite");
        var again = new Button(
                words.text("log.replay.label"), VaadinIcon.REFRESH.create(), click -> show(reviews.review(line)));
        again.setDisableOnClick(true);
        again.addClassName("replay-begin");
        var hint = new Paragraph(words.text("log.replay.hint"));
        hint.addClassName("hint");
        add(again, hint);
    }

    private void show(DecisionReviews.Reviewed reviewed) {
        removeAll();
        var replay = reviewed.replay();
        if (replay instanceof Replay.Same same) {
            say("same", Badge.Tone.GOOD);
            add(facts(same));
            flags("held", same.mustHaveHeld());
            flags("not-held", same.mustNotHaveHeld());
        } else if (replay instanceof Replay.Different) {
            say("different", Badge.Tone.DANGER);
        } else if (replay instanceof Replay.NoDecision) {
            say("no-decision", Badge.Tone.QUIET);
        } else if (replay instanceof Replay.NoRulebook) {
            say("no-rulebook", Badge.Tone.WARN);
        } else {
            say("not-shown", Badge.Tone.QUIET);
        }
        add(OfficerPages.recorded(words, reviewed.entry().value()));
    }

    private void say(String outcome, Badge.Tone tone) {
        var badge = new Badge(words.text("log.replay.badge." + outcome), tone);
        badge.addClassName("replay-" + outcome);
        add(badge, new Paragraph(words.text("log.replay.text." + outcome)));
    }

    private Component facts(Replay.Same same) {
        return list(
                "must",
                same.mustHaveBeen().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(must ->
                                words.text("log.replay." + must.getKey(), either(must.getKey(), must.getValue()))));
    }

    private String either(Dimension dimension, Collection<String> terms) {
        return terms.stream()
                .sorted()
                .map(term -> dimension == Dimension.GROUND
                        ? words.ground(term)
                        : words.coded("log.replay." + dimension, "framework", term))
                .collect(joining(" " + words.text("rulebook.or") + " "));
    }

    private void flags(String kind, Set<Flag> flags) {
        if (!flags.isEmpty()) {
            add(list(kind, flags.stream().sorted().map(flag -> words.text("log.replay.flag." + flag))));
        }
    }

    private Component list(String kind, Stream<String> said) {
        var items = new UnorderedList();
        said.map(ListItem::new).forEach(items::add);
        var list = new Div(new H3(words.text("log.replay." + kind)), items);
        list.setVisible(items.getChildren().findAny().isPresent());
        return list;
    }
}
