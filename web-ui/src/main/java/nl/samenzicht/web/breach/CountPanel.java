package nl.samenzicht.web.breach;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.breach.AffectedQuestion;
import nl.samenzicht.domain.breach.BreachPage;
import nl.samenzicht.domain.breach.BreachPage.CountView;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.rights.RightsPages;

/** Whom a breach touches, as it was counted from the log; and counting it. */
class CountPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient BreachService breaches;
    private final transient BreachPage page;
    private final transient Runnable after;

    CountPanel(BreachService breaches, BreachPage page, Runnable after) {
        this.breaches = breaches;
        this.page = page;
        this.after = after;
        var section = RightsPages.section(Terms.text("breach.count.title"), Terms.text("breach.count.intro"));
        if (page.counts().isEmpty()) {
            section.add(OfficerPages.nothing(Terms.text("breach.count.none")));
        } else {
            section.add(rows());
        }
        addCounting(section);
        add(section);
    }

    private void addCounting(Section section) {
        if (page.mayHandle() && !page.card().course().closed()) {
            var count = new Button(Terms.text("breach.count.label"), click -> ask());
            count.addClassName("breach-count");
            section.add(count);
        }
    }

    private Component rows() {
        var rows = new OrderedList();
        rows.addClassNames("rows", "panel");
        page.counts().forEach(count -> rows.add(row(count)));
        return rows;
    }

    private ListItem row(CountView count) {
        var found = count.found();
        var name = new Span(Terms.text(
                "breach.count.found", found.persons(), found.caseNumbers().size(), found.records(), found.lines()));
        name.addClassName("log-name");
        var said = new Div(name);
        if (!found.caseNumbers().isEmpty()) {
            said.add(new Span(Terms.text("breach.count.cases", String.join(", ", found.caseNumbers()))));
        }
        if (!found.categories().isEmpty()) {
            said.add(new Span(Terms.text("breach.count.categories", Terms.of(found.categories()))));
        }
        if (!count.others().isEmpty()) {
            said.add(new Span(Terms.text(
                    "breach.count.others",
                    count.others().stream().map(AgencyCard::name).collect(Collectors.joining(", ")))));
        }
        said.add(
                RightsPages.detail(asked(count)),
                RightsPages.detail(
                        Terms.text("emergencies.judged.by", count.by().orElse("–"), Terms.moment(count.at()))));
        said.addClassNames("row-words", "judgement");
        var row = new ListItem(said);
        row.addClassNames("row", "breach-counted");
        return row;
    }

    private static String asked(CountView count) {
        var asked = count.asked();
        return Stream.of(
                        count.professional(),
                        asked.caseNumber(),
                        asked.from().map(at -> Terms.text("breach.count.from", Terms.moment(at))),
                        asked.until().map(at -> Terms.text("breach.count.until", Terms.moment(at))),
                        Optional.of(asked.lines().stream().map(EntryCode::value).collect(Collectors.joining(", ")))
                                .filter(codes -> !codes.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private void ask() {
        var professional = new ComboBox<ProfessionalCard>(Terms.text("log.filter.professional"));
        professional.setItems(page.colleagues());
        professional.setItemLabelGenerator(ProfessionalCard::displayName);
        professional.setClearButtonVisible(true);
        professional.setWidthFull();
        var number = new TextField(Terms.text("officer.case.label"));
        number.setPlaceholder("SZ-000000");
        number.setMaxLength(20);
        number.setWidthFull();
        var from = BreachPages.asking(
                Terms.text("breach.from"), Optional.of(page.account().from()));
        var until =
                BreachPages.asking(Terms.text("breach.until"), page.account().until());
        var codes = new TextArea(Terms.text("breach.count.lines"));
        codes.setHelperText(Terms.text("breach.count.lines.help"));
        codes.setMaxLength(BreachService.MOST_LINES * 9);
        codes.setWidthFull();
        new ActDialog(
                        Terms.text("breach.count.label"),
                        Terms.text("breach.count.verb"),
                        () -> breaches.count(
                                page.card().number(),
                                page.seen(),
                                new AffectedQuestion(
                                        Optional.ofNullable(professional.getValue())
                                                .map(ProfessionalCard::id),
                                        Optional.of(number.getValue().strip()).filter(text -> !text.isEmpty()),
                                        BreachPages.typed(from),
                                        BreachPages.typed(until),
                                        codes(codes.getValue()))),
                        after)
                .asking(new Paragraph(Terms.text("breach.count.text")), professional, number, from, until, codes)
                .open();
    }

    private static Set<EntryCode> codes(String typed) {
        try {
            return Arrays.stream(typed.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                    .filter(code -> !code.isEmpty())
                    .map(EntryCode::new)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IllegalArgumentException notACode) {
            throw new NotPossible("breach.error.code");
        }
    }
}
