package nl.samenzicht.web.gap;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.gap.GapService;
import nl.samenzicht.domain.gap.ToReport;
import nl.samenzicht.domain.gap.ToReport.Given;
import nl.samenzicht.domain.gap.ToReport.Standing;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.report.ReportNavigation;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.signal.SignalNavigation;
import nl.samenzicht.web.worklist.RefusedPanel;

/** The presumed victims whom one's own agency has not reported yet, each with the way to report them. */
@Route(value = "gap", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
@StyleSheet("context://gap.css")
class GapView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final transient GapService gap;
    private final Div result = new Div();

    @Inject
    GapView(GapService gap) {
        this.gap = gap;
        addClassName("page");
        result.addClassName("coop-result");
        add(new H1(Terms.text("gap.page.title")), new Paragraph(Terms.text("gap.page.intro")), result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("gap.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        result.removeAll();
        try {
            var open = gap.toReport();
            if (open.isEmpty()) {
                var nothing = new Paragraph(Terms.text("gap.nothing.text"));
                nothing.addClassName("empty-state");
                result.add(nothing);
                return;
            }
            var list = new UnorderedList();
            list.addClassNames("rows", "share-list", "gap-list");
            open.forEach(each -> list.add(row(each)));
            result.add(list);
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private ListItem row(ToReport open) {
        var title = new Span(Terms.text(
                "gap.row.title",
                open.number(),
                open.form().map(GapWords::form).orElse(GapWords.form(GapService.UNKNOWN))));
        title.addClassName("row-title");
        var head = new Div(
                new Badge(
                        GapWords.why(open.standing().name()),
                        open.standing() == Standing.BEGUN ? Badge.Tone.QUIET : Badge.Tone.WARN),
                title);
        head.addClassName("share-title");
        var words = new Div(head);
        words.addClassName("row-words");
        open.caseName().ifPresent(name -> {
            var facts = new Div(new Span(name.number() + " " + name.codeName()));
            facts.addClassName("share-facts");
            words.add(facts);
        });
        open.given().ifPresent(given -> words.add(given(given)));
        var row = new ListItem(words, actions(open));
        row.addClassNames("row", "share-row");
        row.getElement().setAttribute("data-signal", open.number());
        return row;
    }

    private static Paragraph given(Given given) {
        var said = new Paragraph(
                new Span(GapWords.why(given.code())),
                new Span(given.words().isEmpty() ? "" : ": " + given.words()),
                new Span(" " + Terms.text("gap.given.by", given.by(), Terms.day(given.at()))));
        said.addClassName("share-quote");
        return said;
    }

    private Div actions(ToReport open) {
        var actions = new Div();
        actions.addClassName("row-actions");
        if (open.standing() == Standing.NO_CASE) {
            actions.add(link(SignalNavigation.to(new SignalId(open.signal())), "gap.decide.label", open.number()));
        }
        open.caseName().filter(any -> open.mayReport()).ifPresent(name -> {
            actions.add(
                    link(
                            ReportNavigation.to(name.id(), ReportTask.REGISTRATION),
                            open.standing() == Standing.BEGUN ? "gap.go-on.label" : "gap.report.label",
                            name.number()),
                    new Button(Terms.text("gap.why.label"), click -> askWhy(name)));
        });
        return actions;
    }

    private static Anchor link(String address, String key, String about) {
        var link = new Anchor(address, Terms.text(key));
        link.addClassName("button-link");
        link.getElement().setAttribute("aria-label", Terms.text(key) + ", " + about);
        return link;
    }

    private void askWhy(CaseName name) {
        var why = new RadioButtonGroup<String>();
        why.setLabel(Terms.text("gap.ask.reason"));
        why.setItems(gap.reasons());
        why.setItemLabelGenerator(GapWords::why);
        why.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var words = new TextArea(Terms.text("gap.ask.words"));
        words.setMaxLength(LONGEST);
        words.setWidthFull();
        new ActDialog(
                        Terms.text("gap.ask.title", name.number()),
                        Terms.text("gap.ask.verb"),
                        () -> {
                            if (why.getValue() == null) {
                                throw new NotPossible("gap.error.reason");
                            }
                            gap.because(name.id(), why.getValue(), words.getValue());
                        },
                        this::show)
                .asking(new Paragraph(Terms.text("gap.ask.text")), why, words)
                .open();
    }
}
