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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.samenzicht.domain.officer.CaseLooks;
import nl.samenzicht.domain.officer.CaseLooks.Looker;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.web.officer.LogQuery.Limit;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** Who looked at one case. */
@Route(value = "officer/looks", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class CaseLooksView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OfficerService officers;
    private final transient LogWords words;
    private final CasePicker picker;
    private final Div result = new Div();

    @Inject
    CaseLooksView(OfficerService officers) {
        this.officers = officers;
        words = new LogWords(UI.getCurrent().getLocale());
        addClassNames("page", "officer");
        picker = new CasePicker(
                words, number -> UI.getCurrent().navigate(CaseLooksView.class, QueryParameters.of("case", number)));
        result.addClassName("log-result");
        add(new H1(words.text("looks.page.title")), new Paragraph(words.text("looks.page.intro")), picker, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("looks.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        result.removeAll();
        var query = LogQuery.of(event.getLocation().getQueryParameters());
        query.value(Limit.CASE).ifPresent(number -> {
            picker.show(number);
            try {
                show(number, officers.looksAt(number));
            } catch (AccessDenied refusal) {
                result.add(OfficerPages.refused(words, refusal));
            }
        });
    }

    private void show(String number, CaseLooks looks) {
        if (looks.lookers().isEmpty()) {
            var key = looks.caseName().isPresent() ? "looks.none.text" : "looks.nothing.text";
            result.add(OfficerPages.nothing(words.text(key, number)));
        } else {
            looks.caseName().ifPresent(name -> result.add(new H2(name.number() + " " + name.codeName())));
            result.add(table(number, looks.lookers()));
            if (!looks.complete()) {
                result.add(OfficerPages.nothing(words.text("looks.incomplete.text")));
            }
        }
        result.add(OfficerPages.recorded(words, looks.entry().value()));
    }

    private NativeTable table(String number, List<Looker> lookers) {
        var table = new NativeTable();
        table.addClassNames("log-table", "looks-table");
        var head = table.getHead().addRow();
        for (var column : List.of("who", "looks", "refusals", "categories", "purposes", "first", "last")) {
            var cell = new NativeTableHeaderCell(words.text("looks.column." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("looks-" + column);
            head.add(cell);
        }
        lookers.forEach(looker -> table.getBody().add(row(number, looker)));
        return table;
    }

    private NativeTableRow row(String number, Looker looker) {
        var query = LogQuery.everything().with(Limit.CASE, number);
        var name = looker.who().orElseGet(() -> words.text("log.who.withheld"));
        var who = new Div();
        if (looker.professional().isPresent()) {
            var link = new Anchor(
                    query.with(Limit.PROFESSIONAL, looker.professional().get()).href(), name);
            link.addClassName("log-name");
            who.add(link);
        } else {
            who.add(new Span(name));
        }
        if (looker.emergency()) {
            var badge = new Badge(words.text("log.emergency.badge"), Badge.Tone.DANGER);
            who.add(badge);
        }
        var where = new Div(looker.function().map(words::function).orElse("")
                + looker.agency().map(AgencyCard::name).map(text -> ", " + text).orElse(""));
        where.addClassName("log-where");
        who.add(where);
        var row = new NativeTableRow();
        row.add(
                cell("who", new NativeTableCell(who)),
                cell("looks", new NativeTableCell(Integer.toString(looker.looks()))),
                cell("refusals", new NativeTableCell(Integer.toString(looker.refusals()))),
                cell("categories", new NativeTableCell(listed(looker.categories(), words::category))),
                cell("purposes", new NativeTableCell(listed(looker.purposes(), words::purpose))),
                cell("first", new NativeTableCell(words.moment(looker.first()))),
                cell("last", new NativeTableCell(words.moment(looker.last()))));
        return row;
    }

    private NativeTableCell cell(String column, NativeTableCell cell) {
        cell.addClassName("looks-" + column);
        cell.getElement().setAttribute("data-label", words.text("looks.column." + column));
        return cell;
    }

    private static String listed(Set<String> codes, UnaryOperator<String> word) {
        return codes.isEmpty() ? "–" : codes.stream().map(word).sorted().collect(Collectors.joining(", "));
    }
}
