package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseHits;
import nl.samenzicht.domain.casefile.CaseSearchService;
import nl.samenzicht.domain.casefile.SearchKind;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;

/** Searches a person by a name or a number. What was typed stands in no address and in no title. */
@Route(value = "search", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
class CaseSearchView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    private final transient CaseSearchService searches;
    private final transient CaseFileService caseFiles;
    private final transient CurrentProfessional current;
    private final Select<SearchKind> kind = new Select<>();
    private final TextField text = new TextField();
    private final FormMessage message = new FormMessage();
    private final Div result = new Div();
    private transient Set<Purpose> possible = Set.of();
    private transient Purpose purpose;
    private transient MainLayout frame;

    @Inject
    CaseSearchView(CaseSearchService searches, CaseFileService caseFiles, CurrentProfessional current) {
        this.searches = searches;
        this.caseFiles = caseFiles;
        this.current = current;
        addClassNames("page", "search-page");
        result.getElement().setAttribute("role", "status");
        var words = new Div(new H1(Terms.text("search.page.title")), new Paragraph(Terms.text("search.page.intro")));
        words.addClassName("page-words");
        add(words, form(), message, result);
    }

    private Div form() {
        kind.setLabel(Terms.text("search.kind"));
        kind.setItems(SearchKind.values());
        kind.setItemLabelGenerator(Terms::of);
        kind.setValue(SearchKind.NAME);
        kind.addValueChangeListener(change -> explain());
        text.setLabel(Terms.text("search.text"));
        text.setMaxLength(LONGEST);
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.getElement().setAttribute("data-search", true);
        text.getElement().setAttribute("autocomplete", "off");
        explain();
        var search = new Button(Terms.text("search.act"), click -> search());
        search.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        search.addClickShortcut(Key.ENTER).listenOn(text);
        var form = new Div(kind, text, search);
        form.addClassName("search-form");
        form.getElement().setAttribute("role", "search").setAttribute("aria-label", Terms.text("search.page.title"));
        return form;
    }

    private void explain() {
        text.setHelperText(Terms.text("search.help." + kind.getValue()));
    }

    @Override
    public String getPageTitle() {
        return Terms.text("search.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        possible = caseFiles.purposes();
        purpose = Purposes.named(event.getLocation(), possible)
                .or(() -> Purposes.usual(current.current().function(), possible))
                .orElse(null);
        result.removeAll();
        if (purpose == null) {
            result.add(nothing(Terms.text("cases.not-for-function")));
            return;
        }
        frame = MainLayout.around(this).orElse(frame);
        if (frame != null) {
            frame.showPurpose(new PurposeChip(
                    purpose.code(),
                    Terms.of(purpose),
                    () -> PurposeDialog.choose(
                                    possible, purpose, other -> CaseFileNavigation.go("search?purpose=" + other.code()))
                            .open()));
        }
        text.focus();
    }

    private void search() {
        result.removeAll();
        if (purpose != null) {
            message.attempt(() -> show(searches.find(kind.getValue(), text.getValue(), purpose)));
        }
    }

    private void show(CaseHits found) {
        if (found.hits().isEmpty()) {
            result.add(nothing(Terms.text("search.nothing", Terms.of(purpose))));
        } else {
            var list = new UnorderedList();
            list.addClassNames("rows", "search-hits");
            found.hits().forEach(hit -> list.add(row(hit)));
            result.add(new Paragraph(Terms.text("search.count", found.hits().size())), list);
        }
        if (found.more()) {
            result.add(new Paragraph(Terms.text("search.more")));
        }
        var line = new Paragraph(Terms.text("search.recorded", Terms.of(purpose), found.entry()));
        line.addClassName("hint");
        result.add(line);
    }

    private ListItem row(CaseHits.Hit hit) {
        var link = new Anchor(
                CaseFileNavigation.to(hit.name().id(), purpose), hit.name().codeName());
        link.addClassName("row-title");
        var number = new Span(hit.name().number());
        number.addClassName("hint");
        var where = new Span(Terms.text("search.where", Terms.of(hit.categories())));
        where.addClassName("row-detail");
        var words = new Div(link, number, where);
        words.addClassName("row-words");
        var row = new ListItem(words);
        row.addClassName("row");
        return row;
    }

    private static Paragraph nothing(String words) {
        var nothing = new Paragraph(words);
        nothing.addClassName("empty-state");
        return nothing;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (frame != null) {
            frame.hidePurpose();
        }
        super.onDetach(event);
    }
}
