package nl.samenzicht.web.breach;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.breach.BreachCard;
import nl.samenzicht.domain.breach.BreachList;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.OfficerPage;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.rights.RightsPages;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** The register of breaches of the agency, what has to be notified first at the top. */
@Route(value = BreachPages.PAGE, layout = MainLayout.class)
@StyleSheet("context://officer.css")
class BreachesView extends OfficerPage {
    private static final long serialVersionUID = 1L;

    private final transient BreachService breaches;
    private final transient Clock clock;

    @Inject
    BreachesView(BreachService breaches, Clock clock) {
        super("breach.page");
        this.breaches = breaches;
        this.clock = clock;
    }

    @Override
    protected void fill() {
        show(breaches.list());
    }

    private void show(BreachList list) {
        if (list.mayHandle()) {
            var record = new Button(Terms.text("breach.record.label"), click -> record());
            record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            record.addClassName("rights-receive");
            result.add(record);
        }
        result.add(section("breach.open.title", list.open()));
        if (!list.closed().isEmpty()) {
            result.add(section("breach.closed.title", list.closed()));
        }
        result.add(OfficerPages.recorded(words, list.entry().value()));
    }

    private Component section(String title, List<BreachCard> cards) {
        var section = RightsPages.section(Terms.text(title, cards.size()), "");
        if (cards.isEmpty()) {
            section.add(OfficerPages.nothing(Terms.text("breach.open.none")));
            return section;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel");
        cards.forEach(card -> rows.add(row(card)));
        section.add(rows);
        return section;
    }

    private ListItem row(BreachCard card) {
        var course = card.course();
        var name = new Anchor(BreachPages.PAGE + "/" + card.number(), card.number() + " · " + Terms.of(card.natures()));
        name.addClassName("log-name");
        var said = new Div(
                name,
                RightsPages.detail(Stream.of(
                                Optional.of(Terms.text("breach.aware.text", BreachPages.moment(course.aware()))),
                                course.risk().map(Terms::of),
                                card.toldBy().map(agency -> Terms.text("breach.told-by", agency.name())))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "))));
        said.addClassName("row-words");
        var row = new ListItem(said);
        if (!course.closed()) {
            row.add(new Badge(Terms.of(course.state()), Badge.Tone.QUIET));
        }
        row.add(BreachPages.clock(course, clock.instant()));
        row.addClassNames("row", "breach-row");
        return row;
    }

    private void record() {
        var aware = BreachPages.asking(Terms.text("breach.aware"), Optional.of(clock.instant()));
        aware.setHelperText(Terms.text("breach.aware.help", Terms.AMSTERDAM.getId()));
        var fields = new AccountFields(clock.instant());
        var made = new String[1];
        new ActDialog(
                        Terms.text("breach.record.title"),
                        Terms.text("breach.record.verb"),
                        () -> made[0] = breaches.record(BreachPages.needed(aware), fields.account()),
                        () -> UI.getCurrent().navigate(BreachPages.PAGE + "/" + made[0]))
                .asking(new Paragraph(Terms.text("breach.record.text")), aware, fields)
                .open();
    }
}
