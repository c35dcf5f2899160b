package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.sharing.RequestForAccess;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.RequestService.Requests;
import nl.samenzicht.domain.sharing.RequestView;
import nl.samenzicht.domain.sharing.SentRequest;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeName;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The requests for access that wait for one's own agency. */
@Route(value = "requests", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
class RequestsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient RequestService requests;
    private final transient WorkPurpose purpose;
    private final Div told = new Div();
    private final Div result = new Div();

    @Inject
    RequestsView(RequestService requests, WorkPurpose purpose) {
        this.requests = requests;
        this.purpose = purpose;
        addClassName("page");
        result.addClassName("coop-result");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
        add(new H1(Terms.text("request.page.title")), new Paragraph(Terms.text("request.page.intro")), told, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        told.removeAll();
        show();
    }

    private void show() {
        result.removeAll();
        try {
            var all = purpose.now().map(requests::of).orElse(new Requests(List.of(), List.of()));
            showWaiting(all.waiting());
            showSent(all.sent());
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void showWaiting(List<RequestView> waiting) {
        if (waiting.isEmpty()) {
            var nothing = new Paragraph(Terms.text("request.nothing.text"));
            nothing.addClassName("empty-state");
            result.add(nothing);
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "share-list");
        waiting.forEach(request -> list.add(row(request)));
        result.add(list);
    }

    private ListItem row(RequestView request) {
        var title = new Span(Terms.text(
                "request.row.title",
                request.askerProfessional().displayName(),
                request.asker().name(),
                Terms.of(request.category())));
        title.addClassName("row-title");
        var words = new Div(
                title,
                facts(
                        request.caseName(),
                        request.purpose(),
                        Terms.text("request.row.asked", Terms.moment(request.askedAt()))));
        request.why().ifPresent(text -> words.add(quote(text)));
        words.addClassName("row-words");
        var share = new Button(
                Terms.text("request.share.label"),
                click -> CaseFileNavigation.go(
                        ShareNavigation.answering(request, purpose.now().orElse(request.purpose()))));
        share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var refuse = new Button(Terms.text("request.refuse.label"), click -> refuse(request));
        var actions = new Div(share, refuse);
        actions.addClassName("row-actions");
        var row = new ListItem(words, actions);
        row.addClassNames("row", "share-row");
        return row;
    }

    private void showSent(List<SentRequest> sent) {
        if (sent.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "share-list", "requests-sent");
        sent.forEach(request -> list.add(row(request)));
        result.add(new H2(Terms.text("request.sent.title")), list);
    }

    private static ListItem row(SentRequest request) {
        var state = new Badge(
                Terms.text("request.state." + request.state()),
                request.state() == RequestForAccess.State.SHARED ? Badge.Tone.GOOD : Badge.Tone.QUIET);
        var what = new Span(Terms.text(
                "request.sent.row",
                Terms.of(request.category()),
                request.askedOf().name()));
        what.addClassName("row-title");
        var title = new Div(state, what);
        title.addClassName("share-title");
        var words = new Div(
                title,
                facts(
                        request.caseName(),
                        request.purpose(),
                        Terms.text(
                                "request.sent.asked", request.asker().displayName(), Terms.moment(request.askedAt()))));
        request.why().ifPresent(text -> words.add(quote(text)));
        words.addClassName("row-words");
        var row = new ListItem(words);
        row.addClassNames("row", "share-row");
        return row;
    }

    private static Div facts(CaseName name, Purpose purpose, String asked) {
        var facts = new Div(new Span(name.number() + " " + name.codeName()), new PurposeName(purpose), new Span(asked));
        facts.addClassName("share-facts");
        return facts;
    }

    private static Paragraph quote(String text) {
        var quote = new Paragraph(text);
        quote.addClassName("share-quote");
        return quote;
    }

    private void refuse(RequestView request) {
        new ActDialog(
                        Terms.text("request.refuse.title"),
                        Terms.text("request.refuse.verb"),
                        () -> requests.answer(request.id(), false, purpose.orNow(request.purpose())),
                        () -> {
                            told.removeAll();
                            told.add(new Paragraph(Terms.text(
                                    "request.refused.told",
                                    request.askerProfessional().displayName())));
                            show();
                        })
                .asking(new Paragraph(Terms.text(
                        "request.refuse.text",
                        request.askerProfessional().displayName(),
                        Terms.of(request.category()))))
                .open();
    }
}
