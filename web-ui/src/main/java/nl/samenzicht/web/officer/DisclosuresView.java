package nl.samenzicht.web.officer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.officer.DisclosureRegister;
import nl.samenzicht.domain.officer.DisclosureRegister.Disclosure;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.web.officer.LogQuery.Limit;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** Who received what about a person: the answer to a request under AVG 15, and the list to work through under AVG 19. */
@Route(value = "officer/disclosures", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class DisclosuresView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OfficerService officers;
    private final transient LogWords words;
    private final CasePicker picker;
    private final Div result = new Div();

    @Inject
    DisclosuresView(OfficerService officers) {
        this.officers = officers;
        words = new LogWords(UI.getCurrent().getLocale());
        addClassNames("page", "officer");
        picker = new CasePicker(
                words, number -> UI.getCurrent().navigate(DisclosuresView.class, QueryParameters.of("case", number)));
        result.addClassName("log-result");
        add(
                new H1(words.text("disclosures.page.title")),
                new Paragraph(words.text("disclosures.page.intro")),
                picker,
                result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("disclosures.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        result.removeAll();
        var query = LogQuery.of(event.getLocation().getQueryParameters());
        try {
            if (query.value(Limit.PERSON).isPresent()) {
                var person =
                        new PersonId(UUID.fromString(query.value(Limit.PERSON).get()));
                show(officers.disclosures(person));
            } else if (query.value(Limit.CASE).isPresent()) {
                picker.show(query.value(Limit.CASE).get());
                show(officers.disclosuresOf(query.value(Limit.CASE).get()));
            }
        } catch (AccessDenied refusal) {
            result.add(OfficerPages.refused(words, refusal));
        }
    }

    private void show(DisclosureRegister register) {
        register.caseName()
                .ifPresent(name -> result.add(
                        new H2(words.text("disclosures.person.title", name.number() + " " + name.codeName()))));
        if (register.disclosures().isEmpty()) {
            result.add(OfficerPages.nothing(words.text("disclosures.nothing.text")));
        } else {
            result.add(table(register.disclosures()));
            if (!register.complete()) {
                result.add(OfficerPages.nothing(words.text("looks.incomplete.text")));
            }
        }
        result.add(OfficerPages.recorded(words, register.entry().value()));
    }

    private NativeTable table(List<Disclosure> disclosures) {
        var table = new NativeTable();
        table.addClassNames("log-table", "looks-table");
        var head = table.getHead().addRow();
        for (var column : List.of("at", "recipient", "category", "manner", "purpose", "ground", "line")) {
            var cell = new NativeTableHeaderCell(words.text("disclosures.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        disclosures.forEach(disclosure -> table.getBody().add(row(disclosure)));
        return table;
    }

    private NativeTableRow row(Disclosure disclosure) {
        var recipient = new Div(disclosure.recipient().map(AgencyCard::name).orElse("–"));
        recipient.addClassName("log-name");
        var whom = new Div(recipient);
        disclosure.function().ifPresent(function -> {
            var where = new Div(words.function(function));
            where.addClassName("log-where");
            whom.add(where);
        });
        var manner = new Div(new Span(words.text("disclosures.manner." + disclosure.manner(), disclosure.items())));
        if (disclosure.emergency()) {
            var badge = new Badge(words.text("log.emergency.badge"), Badge.Tone.DANGER);
            manner.add(badge);
        }
        var code = new Anchor(
                LogQuery.everything().with(Limit.CODE, disclosure.code()).href(),
                disclosure.code().value());
        code.addClassName("log-code");
        var row = new NativeTableRow();
        row.add(
                cell("at", new NativeTableCell(words.moment(disclosure.at()))),
                cell("recipient", new NativeTableCell(whom)),
                cell(
                        "category",
                        new NativeTableCell(
                                disclosure.category().map(words::category).orElse("–"))),
                cell("manner", new NativeTableCell(manner)),
                cell(
                        "purpose",
                        new NativeTableCell(
                                disclosure.purpose().map(words::purpose).orElse("–"))),
                cell(
                        "ground",
                        new NativeTableCell(
                                disclosure.ground().map(words::ground).orElse("–"))),
                cell("line", new NativeTableCell(code)));
        return row;
    }

    private NativeTableCell cell(String column, NativeTableCell cell) {
        cell.getElement().setAttribute("data-label", words.text("disclosures.column." + column));
        if (column.equals("at") || column.equals("line")) {
            cell.addClassName("nowrap");
        }
        return cell;
    }
}
