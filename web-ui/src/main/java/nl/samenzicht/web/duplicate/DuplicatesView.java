package nl.samenzicht.web.duplicate;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.duplicate.DuplicateService;
import nl.samenzicht.domain.duplicate.PairView;
import nl.samenzicht.domain.duplicate.Verdict;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.CasePageTop;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The pairs of cases that look alike; with a pair in the address, that pair side by side. */
@Route(value = "duplicates", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
@StyleSheet("context://casefile.css")
@StyleSheet("context://elsewhere.css")
class DuplicatesView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String ONE = "one";
    private static final String OTHER = "other";

    private final transient DuplicateService duplicates;
    private final transient WorkPurpose purpose;

    @Inject
    DuplicatesView(DuplicateService duplicates, WorkPurpose purpose) {
        this.duplicates = duplicates;
        this.purpose = purpose;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("duplicate.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        var parameters = event.getLocation().getQueryParameters();
        var one = caseFile(parameters, ONE);
        var other = caseFile(parameters, OTHER);
        if (one.isPresent() && other.isPresent() && purpose.now().isPresent()) {
            showPair(one.get(), other.get(), purpose.now().get());
        } else {
            showPairs();
        }
    }

    private static Optional<CaseFileId> caseFile(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).flatMap(text -> {
            try {
                return Optional.of(new CaseFileId(UUID.fromString(text)));
            } catch (IllegalArgumentException noNumber) {
                return Optional.empty();
            }
        });
    }

    private void showPairs() {
        add(new H1(Terms.text("duplicate.page.title")), new Paragraph(Terms.text("duplicate.page.intro")));
        try {
            var pairs = purpose.now().map(duplicates::pairs).orElse(List.of());
            if (pairs.isEmpty()) {
                var nothing = new Paragraph(Terms.text("duplicate.nothing.text"));
                nothing.addClassName("empty-state");
                add(nothing);
                return;
            }
            var list = new UnorderedList();
            list.addClassNames("rows", "share-list");
            pairs.forEach(pair -> list.add(row(pair)));
            add(list);
        } catch (AccessDenied refusal) {
            add(new RefusedPanel(refusal));
        }
    }

    private static ListItem row(PairView pair) {
        var badge = new Badge(
                pair.holds()
                        .map(decided -> Terms.of(decided.verdict()))
                        .orElseGet(() -> Terms.text("duplicate.undecided")),
                pair.holds().isPresent() ? Badge.Tone.QUIET : Badge.Tone.WARN);
        var name = new Span(Terms.text("duplicate.row.title", named(pair.one()), named(pair.other())));
        name.addClassName("row-title");
        var head = new Div(badge, name);
        head.addClassName("share-title");
        var words = new Div(head);
        words.addClassName("row-words");
        pair.holds().ifPresent(decided -> {
            var facts = new Div(new Span(Terms.text("duplicate.decided.by", decided.by(), Terms.moment(decided.at()))));
            facts.addClassName("share-facts");
            words.add(facts);
        });
        var open = new Anchor(address(pair), Terms.text("duplicate.open.label"));
        open.getElement()
                .setAttribute(
                        "aria-label",
                        Terms.text(
                                "duplicate.open.which",
                                pair.one().number(),
                                pair.other().number()));
        var actions = new Div(open);
        actions.addClassName("row-actions");
        var row = new ListItem(words, actions);
        row.addClassNames("row", "share-row");
        return row;
    }

    private static String named(CaseName name) {
        return name.number() + " " + name.codeName();
    }

    private static String address(PairView pair) {
        return "duplicates?" + ONE + "=" + pair.one().id().value() + "&" + OTHER + "="
                + pair.other().id().value();
    }

    private void showPair(CaseFileId one, CaseFileId other, Purpose working) {
        removeAll();
        try {
            var pair = duplicates.open(one, other, working);
            add(
                    new CasePageTop(
                            "duplicates",
                            Terms.text("duplicate.back.label"),
                            Terms.text("duplicate.pair.title"),
                            Terms.text(
                                    "duplicate.row.title",
                                    named(pair.pair().one()),
                                    named(pair.pair().other()))),
                    new PairPanel(
                            pair,
                            (verdict, why) -> decide(one, other, verdict, why, working),
                            () -> showPair(one, other, working)));
        } catch (AccessDenied refusal) {
            add(new H1(Terms.text("duplicate.pair.title")), new RefusedPanel(refusal));
        } catch (NotPossible gone) {
            add(new H1(Terms.text("duplicate.page.title")), new Paragraph(Terms.text(gone.messageKey())));
        }
    }

    private void decide(CaseFileId one, CaseFileId other, Verdict verdict, String why, Purpose working) {
        duplicates.decide(one, other, verdict, why, working);
    }
}
