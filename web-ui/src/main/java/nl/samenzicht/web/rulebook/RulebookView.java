package nl.samenzicht.web.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.agreement.RulebookReading;
import nl.samenzicht.security.agreement.RulebookService;
import nl.samenzicht.security.agreement.RulesInWords;
import nl.samenzicht.security.agreement.RulesInWords.Cell;
import nl.samenzicht.security.agreement.RulesInWords.Part;
import nl.samenzicht.security.agreement.RulesInWords.Position;
import nl.samenzicht.security.agreement.RulesInWords.Use;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;

/** The rulebook in force: choose a function and a purpose, and read what may be done, why, and who agreed to it. */
@Route(value = "rulebook", layout = MainLayout.class)
@StyleSheet("context://admin.css")
class RulebookView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String FUNCTION = "function";
    private static final String PURPOSE = "purpose";
    private static final String RULE = "rule";

    private final transient RulebookService rulebooks;

    @Inject
    RulebookView(RulebookService rulebooks) {
        this.rulebooks = rulebooks;
        addClassNames("page", "rulebook");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("rulebook.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    private void show(QueryParameters asked) {
        removeAll();
        var title = new H1(Terms.text("rulebook.page.title"));
        RulebookReading reading;
        try {
            reading = rulebooks.open();
        } catch (AccessDenied refusal) {
            add(title, new Paragraph(Terms.text("denied." + refusal.told())));
            return;
        }
        var rules = reading.rules();
        var positions = rules.positions(reading.agencyType());
        var position = positionOf(asked, positions, reading);
        var purposes = rules.purposes(position);
        var purpose = purposeOf(asked, purposes);
        var words = new Div(title, new Paragraph(Terms.text("rulebook.page.intro")));
        words.addClassName("page-words");
        add(words, new VersionPanel(reading, rulebooks, () -> show(asked)));
        asked.getSingleParameter(RULE)
                .flatMap(id -> rules.rules().stream()
                        .filter(rule -> rule.id().equals(id))
                        .findFirst())
                .ifPresent(rule -> add(oneRule(rule)));
        add(choice(positions, position, purposes, purpose));
        purpose.ifPresentOrElse(
                chosen -> add(part(rules.part(position, chosen))),
                () -> add(nothing(Terms.text("rulebook.purpose.none"))));
        add(guards(rules), new SignaturesPanel(reading, rulebooks, () -> show(asked)));
        var recorded =
                new Paragraph(Terms.text("rulebook.recorded", reading.entry().value()));
        recorded.addClassName("hint");
        add(recorded);
    }

    private static Position positionOf(QueryParameters asked, List<Position> positions, RulebookReading reading) {
        var mine = new Position(reading.agencyType(), reading.function());
        return asked.getSingleParameter(FUNCTION)
                .flatMap(code -> positions.stream()
                        .filter(position -> code(position).equals(code))
                        .findFirst())
                .or(() -> positions.stream().filter(mine::equals).findFirst())
                .orElse(mine);
    }

    private static String code(Position position) {
        return position.agencyType() + "." + position.function();
    }

    private static Optional<Purpose> purposeOf(QueryParameters asked, List<Purpose> purposes) {
        return asked.getSingleParameter(PURPOSE)
                .flatMap(code -> purposes.stream()
                        .filter(purpose -> purpose.name().equals(code))
                        .findFirst())
                .or(() -> purposes.stream().filter(Purpose.SUPPORT::equals).findFirst())
                .or(() -> purposes.stream().findFirst());
    }

    private Component choice(
            List<Position> positions, Position position, List<Purpose> purposes, Optional<Purpose> purpose) {
        var function = new ComboBox<Position>(Terms.text("rulebook.function.label"));
        function.setItems(
                positions.contains(position)
                        ? positions
                        : Stream.concat(Stream.of(position), positions.stream()).toList());
        function.setItemLabelGenerator(RuleWords::position);
        function.setValue(position);
        function.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                goTo(change.getValue(), Optional.empty());
            }
        });
        function.addClassName("rulebook-function");
        var forWhat = new Select<Purpose>();
        forWhat.setLabel(Terms.text("rulebook.purpose.label"));
        forWhat.setItems(purposes);
        forWhat.setItemLabelGenerator(Terms::of);
        purpose.ifPresent(forWhat::setValue);
        forWhat.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                goTo(position, Optional.of(change.getValue()));
            }
        });
        forWhat.addClassName("rulebook-purpose");
        var choice = new Div(function, forWhat);
        choice.addClassName("rulebook-choice");
        purpose.ifPresent(chosen -> choice.getElement().setAttribute("data-purpose", colour(chosen)));
        return choice;
    }

    private static String colour(Purpose purpose) {
        int dot = purpose.code().indexOf('.');
        return dot < 0 ? purpose.code() : purpose.code().substring(0, dot);
    }

    private static void goTo(Position position, Optional<Purpose> purpose) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(FUNCTION, code(position));
        purpose.ifPresent(chosen -> parameters.put(PURPOSE, chosen.name()));
        UI.getCurrent().navigate(RulebookView.class, QueryParameters.simple(parameters));
    }

    private static Component oneRule(Rule rule) {
        var list = new UnorderedList(item(rule));
        list.addClassName("rules");
        var panel = new Section(new H2(Terms.text("rulebook.rule.title", rule.id())), list);
        panel.addClassNames("panel", "rule-asked");
        return panel;
    }

    private Component part(Part part) {
        var anyOpen = part.cells().values().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(Cell::open);
        var section = new Div();
        section.addClassName("rulebook-part");
        if (anyOpen) {
            section.add(new Section(
                    new H2(Terms.text("rulebook.matrix.title")),
                    new Paragraph(Terms.text("rulebook.matrix.text")),
                    matrix(part.cells()),
                    new H2(Terms.text("rulebook.details.title")),
                    details(part.cells())));
        } else {
            section.add(nothing(Terms.text("rulebook.matrix.none")));
        }
        if (!part.further().isEmpty()) {
            section.add(new Section(new H2(Terms.text("rulebook.further.title")), rules(part.further())));
        }
        if (!part.never().isEmpty()) {
            section.add(new Section(
                    new H2(Terms.text("rulebook.never.title")),
                    new Paragraph(Terms.text("rulebook.never.text")),
                    rules(part.never())));
        }
        return section;
    }

    private static Component matrix(Map<DataCategory, Map<Use, Cell>> cells) {
        var table = new NativeTable();
        table.addClassName("matrix");
        table.getElement().setAttribute("aria-label", Terms.text("rulebook.matrix.title"));
        var head = table.getHead().addRow();
        head.add(columnHead(Terms.text("rulebook.column.category")));
        for (var use : Use.values()) {
            head.add(columnHead(Terms.of(use)));
        }
        cells.forEach((category, row) -> {
            var line = new NativeTableRow();
            var name = new NativeTableHeaderCell(Terms.of(category));
            name.getElement().setAttribute("scope", "row");
            line.add(name);
            for (var use : Use.values()) {
                line.add(cell(row.get(use)));
            }
            table.getBody().add(line);
        });
        return table;
    }

    private static NativeTableHeaderCell columnHead(String words) {
        var head = new NativeTableHeaderCell(words);
        head.getElement().setAttribute("scope", "col");
        return head;
    }

    private static NativeTableCell cell(Cell cell) {
        var shown = new NativeTableCell(new Span(RuleWords.cell(cell)));
        var limits = RuleWords.limits(cell);
        if (!limits.isEmpty()) {
            var less = new Div(limits);
            less.addClassName("matrix-limit");
            shown.add(less);
        }
        shown.addClassName(cell.open() ? "matrix-yes" : "matrix-no");
        shown.getElement().setAttribute("data-label", Terms.of(cell.use()));
        return shown;
    }

    private static Component details(Map<DataCategory, Map<Use, Cell>> cells) {
        var all = new Div();
        all.addClassName("rule-details");
        cells.forEach((category, row) -> {
            if (row.values().stream().noneMatch(Cell::open)) {
                return;
            }
            var content = new Div();
            content.addClassName("rule-detail");
            row.values().stream()
                    .filter(Cell::open)
                    .forEach(cell -> content.add(new H3(Terms.of(cell.use())), rules(cell.rules())));
            var details = new Details(Terms.of(category), content);
            details.addClassName("rule-category");
            all.add(details);
        });
        return all;
    }

    private static UnorderedList rules(List<Rule> rules) {
        var list = new UnorderedList();
        list.addClassName("rules");
        rules.forEach(rule -> list.add(item(rule)));
        return list;
    }

    private static ListItem item(Rule rule) {
        var says = new Div(Terms.of(rule));
        says.addClassName("rule-says");
        var item = new ListItem(says);
        var conditions = RuleWords.conditions(rule);
        if (!conditions.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rule-conditions");
            conditions.forEach(words -> list.add(new ListItem(words)));
            item.add(list);
        }
        item.add(source(Terms.text("rulebook.source", rule.citation().source(), rule.id())));
        return item;
    }

    private static Div source(String words) {
        var source = new Div(words);
        source.addClassName("rule-source");
        return source;
    }

    private static Component guards(RulesInWords rules) {
        var list = new UnorderedList();
        list.addClassName("rules");
        for (var guard : rules.guards()) {
            var says = new Div(RuleWords.guard(guard));
            says.addClassName("rule-says");
            list.add(new ListItem(says, source(guard.reason().article())));
        }
        var details =
                new Details(Terms.text("rulebook.guards.open", rules.guards().size()), list);
        details.addClassName("rule-category");
        return new Section(
                new H2(Terms.text("rulebook.guards.title")),
                new Paragraph(Terms.text("rulebook.guards.text")),
                details);
    }

    private static Component nothing(String words) {
        var nothing = new Paragraph(words);
        nothing.addClassName("empty-state");
        return nothing;
    }
}
