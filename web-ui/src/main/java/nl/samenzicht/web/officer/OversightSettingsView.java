package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.oversight.MarkKind;
import nl.samenzicht.domain.oversight.OversightSettings;
import nl.samenzicht.domain.oversight.OversightSettings.MarkView;
import nl.samenzicht.domain.oversight.OversightSettings.Version;
import nl.samenzicht.domain.oversight.OversightSettingsService;
import nl.samenzicht.domain.oversight.Threshold;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** What the oversight of an agency goes by: the cases that are watched, and the thresholds with their versions. */
@Route(value = "officer/settings", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class OversightSettingsView extends OfficerPage {
    private static final long serialVersionUID = 1L;

    private final transient OversightSettingsService oversight;

    @Inject
    OversightSettingsView(OversightSettingsService oversight) {
        super("oversight.page");
        this.oversight = oversight;
    }

    @Override
    protected void fill() {
        var settings = oversight.settings();
        result.add(
                marks(settings),
                thresholds(settings),
                versions(settings),
                OfficerPages.recorded(words, settings.entry().value()));
    }

    private Component marks(OversightSettings settings) {
        var section = section("oversight.marks.title", "oversight.marks.intro");
        if (settings.marks().isEmpty()) {
            section.add(OfficerPages.nothing(words.text("oversight.marks.none")));
        } else {
            var list = new UnorderedList();
            list.addClassNames("rows", "panel");
            settings.marks().forEach(mark -> list.add(row(mark, settings.maySet())));
            section.add(list);
        }
        if (settings.maySet()) {
            section.add(new Button(words.text("oversight.mark.label"), click -> mark(settings.colleagues())));
        }
        return section;
    }

    private ListItem row(MarkView mark, boolean maySet) {
        var name = new Span(mark.caseName()
                .map(known -> known.number() + " " + known.codeName())
                .orElse("–"));
        name.addClassName("log-name");
        var why = new Span(words.text("emergencies.reason.quote", mark.why()));
        var by = new Span(words.text("emergencies.judged.by", mark.by(), Terms.moment(mark.at())));
        by.addClassName("row-detail");
        var said = new Div(name, new Badge(kind(mark), Badge.Tone.QUIET), why, by);
        said.addClassNames("row-words", "judgement");
        var row = new ListItem(said);
        row.addClassName("row");
        if (maySet) {
            row.add(new Button(words.text("oversight.lift.label"), click -> lift(mark)));
        }
        return row;
    }

    private String kind(MarkView mark) {
        return Stream.concat(Stream.of(words.text("mark-kind." + mark.kind())), mark.colleague().stream())
                .collect(Collectors.joining(": "));
    }

    private void mark(List<ProfessionalCard> colleagues) {
        var number = new TextField(words.text("officer.case.label"));
        number.setPlaceholder("SZ-000000");
        number.setMaxLength(20);
        var kind = new RadioButtonGroup<MarkKind>(words.text("oversight.mark.kind"));
        kind.setItems(MarkKind.values());
        kind.setItemLabelGenerator(each -> words.text("mark-kind.help." + each));
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var colleague = new ComboBox<ProfessionalCard>(words.text("oversight.mark.colleague"));
        colleague.setItems(colleagues);
        colleague.setItemLabelGenerator(ProfessionalCard::displayName);
        colleague.setWidthFull();
        colleague.setVisible(false);
        kind.addValueChangeListener(
                chosen -> colleague.setVisible(chosen.getValue().namesColleague()));
        var why = why();
        new ActDialog(
                        words.text("oversight.mark.title"),
                        words.text("oversight.mark.verb"),
                        () -> {
                            if (kind.getValue() == null) {
                                throw new NotPossible("oversight.error.no-kind");
                            }
                            oversight.mark(
                                    number.getValue(),
                                    kind.getValue(),
                                    Optional.ofNullable(colleague.getValue()).map(ProfessionalCard::id),
                                    why.getValue());
                        },
                        this::show)
                .asking(number, kind, colleague, why)
                .open();
    }

    private void lift(MarkView mark) {
        var why = why();
        new ActDialog(
                        words.text("oversight.lift.title"),
                        words.text("oversight.lift.verb"),
                        () -> oversight.lift(mark.id(), why.getValue()),
                        this::show)
                .asking(why)
                .open();
    }

    private TextArea why() {
        var why = new TextArea(words.text("oversight.why.label"));
        why.setHelperText(words.text("oversight.why.help", OversightSettingsService.SHORTEST_REASON));
        why.setMaxLength(OversightSettingsService.LONGEST_REASON);
        why.setWidthFull();
        return why;
    }

    private Component thresholds(OversightSettings settings) {
        var section = section("oversight.thresholds.title", "oversight.thresholds.intro");
        var table = new NativeTable();
        table.addClassNames("log-table", "looks-table", "thresholds");
        var head = table.getHead().addRow();
        for (var column : List.of("name", "value", "range", "article")) {
            var cell = new NativeTableHeaderCell(words.text("oversight.column." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("threshold-" + column);
            head.add(cell);
        }
        for (var threshold : Threshold.values()) {
            var row = new NativeTableRow();
            row.add(
                    cell("name", words.text("threshold." + threshold)),
                    cell("value", Integer.toString(settings.inForce().of(threshold))),
                    cell("range", words.text("oversight.range.text", threshold.least(), threshold.most())),
                    cell("article", settings.inForce().articles().get(threshold)));
            table.getBody().add(row);
        }
        section.add(table);
        if (settings.maySet()) {
            section.add(new Button(words.text("oversight.change.label"), click -> change(settings)));
        }
        return section;
    }

    private NativeTableCell cell(String column, String text) {
        var cell = new NativeTableCell(text);
        cell.addClassName("threshold-" + column);
        cell.getElement().setAttribute("data-label", words.text("oversight.column." + column));
        return cell;
    }

    private void change(OversightSettings settings) {
        var fields = new EnumMap<Threshold, IntegerField>(Threshold.class);
        var grid = new Div();
        grid.addClassName("threshold-fields");
        for (var threshold : Threshold.values()) {
            var field = new IntegerField(words.text("threshold." + threshold));
            field.setMin(threshold.least());
            field.setMax(threshold.most());
            field.setStepButtonsVisible(true);
            field.setValue(settings.inForce().of(threshold));
            fields.put(threshold, field);
            grid.add(field);
        }
        var why = why();
        new ActDialog(
                        words.text("oversight.change.title"),
                        words.text("oversight.change.verb"),
                        () -> {
                            var values = new EnumMap<Threshold, Integer>(Threshold.class);
                            fields.forEach((threshold, field) -> values.put(threshold, field.getValue()));
                            oversight.set(settings.inForce().version(), values, why.getValue());
                        },
                        this::show)
                .asking(grid, why)
                .open();
    }

    private Component versions(OversightSettings settings) {
        var section = section("oversight.versions.title", "oversight.versions.intro");
        var list = new UnorderedList();
        list.addClassNames("rows", "panel");
        settings.versions().forEach(version -> list.add(row(version)));
        section.add(list);
        return section;
    }

    private ListItem row(Version version) {
        var set = version.thresholds();
        var name = new Span(words.text("oversight.version.title", set.version()));
        name.addClassName("log-name");
        var said = new Div(
                name,
                new Span(set.source()
                        .map(why -> words.text("emergencies.reason.quote", why))
                        .orElseGet(() -> words.text("oversight.version.standard"))));
        version.by()
                .ifPresent(by -> said.add(new Span(words.text(
                        "emergencies.judged.by", by, Terms.moment(set.setAt().orElseThrow())))));
        said.addClassNames("row-words");
        var row = new ListItem(said);
        row.addClassName("row");
        return row;
    }

    private Section section(String title, String intro) {
        var section = new Section(new H2(words.text(title)), new Paragraph(words.text(intro)));
        section.addClassName("emergencies");
        return section;
    }
}
