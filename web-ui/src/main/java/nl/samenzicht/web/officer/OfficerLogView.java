package nl.samenzicht.web.officer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import nl.samenzicht.domain.interop.LogExports;
import nl.samenzicht.domain.officer.DecisionReviews;
import nl.samenzicht.domain.officer.LogBundles;
import nl.samenzicht.domain.officer.LogPage;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.domain.officer.SavedFilterService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.LogQuery.Limit;
import nl.samenzicht.web.shell.MainLayout;

/** The log of the officer's agency. */
@Route(value = "officer/log", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class OfficerLogView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OfficerService officers;
    private final transient LogBundles bundles;
    private final transient LogExports exports;
    private final transient DecisionReviews reviews;
    private final transient LogWords words;
    private final Div alarm = new Div();
    private final Div chips = new Div();
    private final Div result = new Div();
    private final LogTable table;
    private final Button more;
    private final SavedFiltersPanel kept;
    private transient OfficerService.Choices choices;
    private transient LogFilterForm form;
    private transient LogQuery query = LogQuery.everything();
    private transient Optional<LogPosition> next = Optional.empty();

    @Inject
    OfficerLogView(
            OfficerService officers,
            LogBundles bundles,
            LogExports exports,
            DecisionReviews reviews,
            SavedFilterService saved) {
        this.officers = officers;
        this.bundles = bundles;
        this.exports = exports;
        this.reviews = reviews;
        words = new LogWords(UI.getCurrent().getLocale());
        addClassNames("page", "page-wide", "officer");
        choices = officers.choices();
        form = new LogFilterForm(words, choices, this::goTo);
        table = new LogTable(words, this::openLine);
        kept = new SavedFiltersPanel(words, saved);
        more = new Button(words.text("log.more.label"), click -> showMore());
        chips.addClassName("log-chips");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", words.text("log.chips.label"));
        result.addClassName("log-result");
        var filter = new Details(words.text("log.filter.title"), form);
        filter.addClassName("log-filter-panel");
        filter.setOpened(true);
        // on a phone the lines come first
        filter.getElement().executeJs("if (matchMedia('(max-width: 800px)').matches) { this.opened = false; }");
        add(head(), alarm, filter, chips, kept, result);
    }

    private Div head() {
        var title = new Div(new H1(words.text("log.page.title")), new Paragraph(words.text("log.page.intro")));
        title.addClassName("page-words");
        var file = new Button(
                words.text("log.export.label"),
                VaadinIcon.DOWNLOAD_ALT.create(),
                click -> new ExportDialog(words, exports, query).open());
        file.addClassName("log-take-out");
        var verify = new Anchor("officer/verify", words.text("log.verify.link"));
        verify.addClassName("log-export");
        verify.addComponentAsFirst(VaadinIcon.CHECK_CIRCLE_O.create());
        var actions = new Div(verify, file);
        actions.addClassName("row-actions");
        var head = new Div(title, actions);
        head.addClassName("page-head");
        return head;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("log.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = LogQuery.of(event.getLocation().getQueryParameters());
        form.show(query, choices);
        showChips();
        kept.show(query);
        result.removeAll();
        alarm.removeAll();
        try {
            warn();
            show(officers.page(query.question(), Optional.empty()));
        } catch (AccessDenied refusal) {
            result.add(OfficerPages.refused(words, refusal));
        }
    }

    /** Says here too when witnesses do not confirm the log: this is the page that officers open each day. */
    private void warn() {
        var warned = WitnessPanel.alarm(words, bundles.witnesses());
        alarm.setVisible(warned.isPresent());
        warned.ifPresent(warning -> {
            warning.add(new Span(" "), new Anchor("officer/verify", words.text("log.verify.link")));
            alarm.add(warning);
        });
    }

    private void goTo(LogQuery wanted) {
        UI.getCurrent().navigate(OfficerLogView.class, wanted.parameters());
    }

    private void show(LogPage page) {
        table.clear(query);
        table.append(page.lines());
        next = page.next();
        more.setVisible(next.isPresent());
        if (page.lines().isEmpty()) {
            result.add(OfficerPages.nothing(words.text("log.nothing.text")));
        } else {
            result.add(table, more);
        }
        page.gone().ifPresent(gone -> {
            var hint = new Paragraph(
                    words.text("log.gone.text", Terms.day(gone.before()), gone.lines(), Terms.day(gone.on())));
            hint.addClassNames("hint", "log-gone");
            result.add(hint);
        });
        result.add(OfficerPages.recorded(words, page.entry().value()));
    }

    private void showMore() {
        var page = officers.page(query.question(), next);
        table.append(page.lines());
        next = page.next();
        more.setVisible(next.isPresent());
    }

    private void openLine(EntryCode code) {
        officers.detail(code).ifPresent(detail -> new LineDialog(words, detail, reviews).open());
    }

    private void showChips() {
        chips.removeAll();
        query.limits().forEach((limit, value) -> {
            var text = words.text("log.chip." + limit.parameter(), inWords(limit, value));
            var chip = new Button(text, VaadinIcon.CLOSE_SMALL.create(), click -> goTo(query.without(limit)));
            chip.setIconAfterText(true);
            chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
            chip.addClassName("log-chip");
            chip.setAriaLabel(words.text("log.chip.remove", text));
            chips.add(chip);
        });
        chips.setVisible(!query.limits().isEmpty());
    }

    private String inWords(Limit limit, String value) {
        return switch (limit) {
            case PROFESSIONAL ->
                choices.people().stream()
                        .filter(card -> card.id().toString().equals(value))
                        .map(ProfessionalCard::displayName)
                        .findFirst()
                        .orElseGet(() -> words.text("log.chip.other-agency"));
            case AGENCY ->
                choices.agencies().stream()
                        .filter(card -> card.id().toString().equals(value))
                        .map(AgencyCard::name)
                        .findFirst()
                        .orElse(value);
            case FUNCTION -> words.function(value);
            case PURPOSE -> words.purpose(value);
            case CATEGORY -> words.category(value);
            case ACTION -> words.action(value);
            case OUTCOME -> words.outcome(Outcome.valueOf(value));
            case PERSON, ITEM -> value.substring(value.length() - 6);
            case CASE, PERSON_OF, CODE, EMERGENCY -> value;
            case FROM, UNTIL -> words.day(LocalDate.parse(value));
        };
    }
}
