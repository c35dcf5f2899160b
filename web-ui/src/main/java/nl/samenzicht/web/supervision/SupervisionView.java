package nl.samenzicht.web.supervision;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.supervision.Comment;
import nl.samenzicht.domain.supervision.Supervised;
import nl.samenzicht.domain.supervision.Supervision;
import nl.samenzicht.domain.supervision.Supervision.QuarterCard;
import nl.samenzicht.domain.supervision.SupervisionService;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.LineSentence;
import nl.samenzicht.web.officer.OfficerPage;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** Every decision that the data protection officer supervises, what they say of it, and the quarters they report on. */
@Route(value = "officer/supervision", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class SupervisionView extends OfficerPage {
    private static final long serialVersionUID = 1L;

    private final transient SupervisionService supervision;

    @Inject
    SupervisionView(SupervisionService supervision) {
        super("supervision.page");
        this.supervision = supervision;
    }

    @Override
    protected void fill() {
        show(supervision.supervision());
    }

    private void show(Supervision seen) {
        result.add(quarters(seen.quarters()));
        var decisions = lines("supervision.decisions.title", seen.decisions(), seen.maySupervise());
        if (seen.decisions().isEmpty()) {
            decisions.add(OfficerPages.nothing(Terms.text("supervision.decisions.none")));
        }
        result.add(decisions);
        if (seen.maySupervise() || !seen.others().isEmpty()) {
            var others = lines("supervision.others.title", seen.others(), seen.maySupervise());
            if (seen.maySupervise()) {
                var button = new Button(Terms.text("supervision.line.label"), click -> commentOnLine(seen));
                button.addClassName("supervision-line");
                others.add(button);
            }
            result.add(others);
        }
        result.add(OfficerPages.recorded(words, seen.entry().value()));
    }

    private Component quarters(List<QuarterCard> cards) {
        var section = section(Terms.text("supervision.quarters.title"));
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel");
        cards.forEach(card -> {
            var name =
                    new Anchor(QuarterPages.address(card.quarter()), QuarterPages.name(card.quarter(), Terms.locale()));
            name.addClassName("log-name");
            var row = new ListItem(name);
            row.addClassName("row");
            if (card.runs()) {
                row.add(new Badge(Terms.text("supervision.quarter.runs"), Badge.Tone.QUIET));
            }
            row.add(new Badge(
                    Terms.text("supervision.quarter.versions", card.versions()),
                    card.versions() == 0 ? Badge.Tone.PLAIN : Badge.Tone.GOOD));
            rows.add(row);
        });
        section.add(rows);
        return section;
    }

    private Section lines(String title, List<Supervised> lines, boolean maySupervise) {
        var section = section(Terms.text(title));
        if (!lines.isEmpty()) {
            var rows = new UnorderedList();
            rows.addClassNames("rows", "panel");
            lines.forEach(each -> rows.add(row(each, maySupervise)));
            section.add(rows);
        }
        return section;
    }

    private ListItem row(Supervised each, boolean maySupervise) {
        var code = each.line().code();
        var said = new LineSentence(words, each.line());
        each.typed().ifPresent(typed -> said.add(new Span(Terms.text("emergencies.reason.quote", typed))));
        each.comments()
                .forEach(comment ->
                        said.add(comment(comment, comment == each.comments().get(0))));
        var row = new ListItem(said);
        row.addClassNames("row", "supervised");
        row.getElement().setAttribute("data-line", code.value());
        if (maySupervise && each.own()) {
            var hint = new Span(Terms.text("alerts.own.text"));
            hint.addClassName("hint");
            row.add(hint);
        } else if (maySupervise) {
            var comments = each.comments();
            var act = new Button(
                    Terms.text(comments.isEmpty() ? "supervision.comment.label" : "supervision.change.label"),
                    click -> comment(code, comments));
            act.setAriaLabel(Terms.text("supervision.comment.title", code.value()));
            row.add(act);
        }
        return row;
    }

    private static Component comment(Comment comment, boolean holds) {
        var by = new Span(Terms.text("emergencies.judged.by", comment.by(), Terms.moment(comment.at())));
        by.addClassName("row-detail");
        var said = new Div(
                new Badge(
                        Terms.text(holds ? "supervision.comment.badge" : "supervision.comment.before"),
                        holds ? Badge.Tone.WARN : Badge.Tone.QUIET),
                new Span(comment.words()),
                by);
        said.addClassNames("judgement", "supervision-comment");
        return said;
    }

    private void comment(EntryCode code, List<Comment> before) {
        var said = QuarterPages.words(Terms.text("supervision.comment.words"));
        before.stream().findFirst().ifPresent(last -> said.setValue(last.words()));
        new ActDialog(
                        Terms.text("supervision.comment.title", code.value()),
                        Terms.text("supervision.comment.verb"),
                        () -> supervision.comment(code, before.size(), said.getValue()),
                        this::show)
                .asking(new Paragraph(Terms.text("supervision.comment.help")), said)
                .open();
    }

    private void commentOnLine(Supervision seen) {
        var typed = new TextField(Terms.text("supervision.line.code"));
        typed.setPlaceholder("K7Q2-41");
        typed.setMaxLength(20);
        typed.setRequiredIndicatorVisible(true);
        var said = QuarterPages.words(Terms.text("supervision.comment.words"));
        new ActDialog(
                        Terms.text("supervision.line.label"),
                        Terms.text("supervision.comment.verb"),
                        () -> {
                            var code = EntryCode.typed(typed.getValue())
                                    .orElseThrow(() -> new NotPossible("supervision.error.gone"));
                            supervision.comment(code, seen.commentsOn(code), said.getValue());
                        },
                        this::show)
                .asking(new Paragraph(Terms.text("supervision.comment.help")), typed, said)
                .open();
    }

    private static Section section(String title) {
        var section = new Section(new H2(title));
        section.addClassName("emergencies");
        return section;
    }
}
