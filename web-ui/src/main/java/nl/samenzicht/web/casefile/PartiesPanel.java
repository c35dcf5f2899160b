package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.Part;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature.CaseAct;
import nl.samenzicht.web.shell.Badge;

/** Who takes part in the case: for which purpose, on which ground, until when. Taking part opens nothing by itself. */
class PartiesPanel extends Section {
    private static final long serialVersionUID = 1L;

    /**
     * Shows the parties.
     *
     * @param ending the act that ends a participation, where the asker can
     */
    PartiesPanel(CaseOverview overview, Function<PartyView, Optional<CaseAct>> ending) {
        addClassName("side-block");
        add(new H2(Terms.text("participation.title")));
        var list = new UnorderedList();
        list.addClassName("parties");
        overview.parties().stream()
                .filter(PartyView::active)
                .forEach(party -> list.add(row(party, ending.apply(party))));
        add(list);
        var ended = overview.parties().stream().filter(party -> !party.active()).count();
        if (ended > 0) {
            var line = new Div(new Span(Terms.text("participation.ended", ended)));
            line.addClassName("hint");
            add(line);
        }
    }

    private static ListItem row(PartyView party, Optional<CaseAct> ending) {
        var name = new Span(party.professional()
                .map(ProfessionalCard::displayName)
                .orElse(party.agency().name()));
        name.addClassName("party-name");
        var head = new Div(name);
        head.addClassName("party-head");
        if (party.part() == Part.LEAD) {
            var lead = new Badge(Terms.of(Part.LEAD), Badge.Tone.PLAIN);
            head.add(lead);
        }
        var item = new ListItem(head);
        party.professional().ifPresent(person -> item.add(detail(party.agency().name())));
        item.add(detail(Terms.of(party.purpose()) + " · " + Terms.of(party.ground())));
        item.add(detail(
                party.until().equals(ResourceFacts.NO_END)
                        ? Terms.text("participation.no-end", Terms.day(party.from()))
                        : Terms.text("participation.period", Terms.day(party.from()), Terms.lastDay(party.until()))));
        ending.ifPresent(act -> {
            var button = new Button(act.label(), click -> act.begin().run());
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            button.setAriaLabel(act.label() + ": " + name.getText());
            item.add(button);
        });
        return item;
    }

    private static Span detail(String words) {
        var line = new Span(words);
        line.addClassName("party-detail");
        return line;
    }
}
