package nl.samenzicht.web.casefile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature.CaseAct;

/**
 * A refusal as a normal, polite state, in the size and place of what was asked for: why not, in the form that may be told,
 * and what would make it possible, each with the button that begins it. Never what it holds.
 */
class RefusalPanel extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * Shows a refusal.
     *
     * @param own the purposes that the asker can work for; others are not proposed
     * @param way the act that a step stands for, when there is one here; a step without one is said as a sentence
     */
    RefusalPanel(AccessDenied denied, Set<Purpose> own, Function<Step, Optional<CaseAct>> way) {
        addClassName("refusal");
        var why = new Paragraph(Terms.text("denied." + denied.told()));
        why.addClassName("refusal-why");
        add(why);
        if (denied.told() == Reason.LEDGER_UNAVAILABLE) {
            add(new Button(
                    Terms.text("refusal.again"),
                    click -> UI.getCurrent().getPage().reload()));
        }
        var steps = denied.help().stream().filter(step -> isPossible(step, own)).toList();
        if (!steps.isEmpty()) {
            var help = new Paragraph(Terms.text("refusal.help"));
            help.addClassName("case-state-title");
            add(help, ways(steps, way));
        } else if (denied.told() == Reason.NO_RULE || denied.told() == Reason.RULE_DENIES) {
            add(noWay(denied.purpose()));
        }
        denied.entry().ifPresent(entry -> {
            var line = new Paragraph(Terms.text("form.recorded", entry.code()));
            line.addClassName("hint");
            add(line);
        });
    }

    /** Where nothing helps it is said so, and where the rules can be read. */
    private static Paragraph noWay(Purpose purpose) {
        return new Paragraph(
                new Span(Terms.text("refusal.no-way") + " "),
                new Anchor("rulebook?purpose=" + purpose.name(), Terms.text("refusal.read-rules")));
    }

    private static boolean isPossible(Step step, Set<Purpose> own) {
        return switch (step.kind()) {
            case CHOOSE_PURPOSE, ASK_FOR_PURPOSE -> own.contains(Purpose.valueOf(step.term()));
            default -> true;
        };
    }

    private static UnorderedList ways(List<Step> steps, Function<Step, Optional<CaseAct>> way) {
        var list = new UnorderedList();
        list.addClassName("refusal-ways");
        var byKind = steps.stream().collect(groupingBy(RefusalPanel::sameWay, LinkedHashMap::new, toList()));
        for (var same : byKind.values()) {
            var step = same.get(0);
            var item = new ListItem(new Paragraph(words(same)));
            way.apply(step).ifPresent(act -> {
                var button = new Button(act.label(), click -> act.begin().run());
                if (step.kind() == Step.Kind.BREAK_GLASS) {
                    button.addThemeVariants(ButtonVariant.LUMO_ERROR);
                }
                item.add(button);
            });
            list.add(item);
        }
        return list;
    }

    /** Asking for a share is one thing to do, whatever ground it may rest on. */
    private static List<String> sameWay(Step step) {
        return step.kind() == Step.Kind.REQUEST_SHARE
                ? List.of(step.kind().name())
                : List.of(step.kind().name(), step.term());
    }

    private static String words(List<Step> same) {
        var terms = same.stream().map(RefusalPanel::term).collect(joining(", "));
        var key = same.size() > 1 ? ".texts" : ".text";
        return Terms.text("step." + same.get(0).kind() + key, terms);
    }

    private static String term(Step step) {
        return switch (step.kind()) {
            case CHOOSE_PURPOSE, ASK_FOR_PURPOSE -> Terms.of(Purpose.valueOf(step.term()));
            case REQUEST_SHARE -> Terms.of(Ground.valueOf(step.term()));
            default -> step.term();
        };
    }
}
