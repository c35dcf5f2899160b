package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Comparator;
import java.util.List;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.NamedView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;

/**
 * Who may see a secret location. One person on the list proposes somebody, and another of the same agency confirms; the
 * one who confirms needs not see the location for it.
 */
final class NeedToKnowPanel {
    private final CaseFileService caseFiles;
    private final Directory directory;
    private final CasePlace place;
    private final ActingProfessional who;

    NeedToKnowPanel(CaseFileService caseFiles, Directory directory, CasePlace place, ActingProfessional who) {
        this.caseFiles = caseFiles;
        this.directory = directory;
        this.place = place;
        this.who = who;
    }

    /** The list of one location, for who is on it. */
    Div list(SectionView section, ItemId location) {
        var block = new Div(new H4(Terms.text("location.named.title")));
        block.addClassName("named");
        var names = new UnorderedList();
        names.addClassName("named-list");
        caseFiles.named(section.caseFile(), location, section.purpose()).forEach(row -> names.add(row(row)));
        var propose = new Button(Terms.text("location.propose"), click -> askPropose(section, location));
        propose.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        block.add(names, propose);
        return block;
    }

    private static ListItem row(NamedView row) {
        var item = new ListItem(new Span(row.professional().displayName()));
        var state = new Span(
                row.confirmedBy().isPresent()
                        ? Terms.text(
                                "location.named.confirmed",
                                row.proposedBy().displayName(),
                                row.confirmedBy().get().displayName())
                        : Terms.text(
                                row.open() ? "location.named.author" : "location.named.waits",
                                row.proposedBy().displayName()));
        state.addClassName("hint");
        item.add(state);
        return item;
    }

    private void askPropose(SectionView section, ItemId location) {
        var agency = new ComboBox<AgencyCard>(Terms.text("participation.agency"));
        agency.setItems(directory.activeAgencies());
        agency.setItemLabelGenerator(AgencyCard::name);
        agency.setWidthFull();
        var person = new ComboBox<ProfessionalCard>(Terms.text("location.propose.person"));
        person.setItemLabelGenerator(ProfessionalCard::displayName);
        person.setWidthFull();
        agency.addValueChangeListener(change -> person.setItems(
                change.getValue() == null
                        ? List.of()
                        : directory.professionalsOf(change.getValue().id()).stream()
                                .filter(card -> card.functions().stream().anyMatch(Function::readsContent))
                                .sorted(Comparator.comparing(ProfessionalCard::displayName))
                                .toList()));
        agency.setValue(directory.agency(who.agency()));
        var reason = new TextArea(Terms.text("location.propose.reason"));
        reason.setHelperText(Terms.text("item.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(1_000);
        reason.setWidthFull();
        new ActDialog(
                        Terms.text("location.propose.title"),
                        Terms.text("location.propose.act"),
                        () -> {
                            if (person.isEmpty()) {
                                throw new NotPossible("location.propose.nobody");
                            }
                            caseFiles.proposeNamed(
                                    section.caseFile(),
                                    location,
                                    person.getValue().id(),
                                    reason.getValue(),
                                    section.purpose());
                        },
                        place::refresh)
                .asking(new Paragraph(Terms.text("location.propose.text")), agency, person, reason)
                .open();
    }

    /** The proposals that wait for this person; empty when there are none. */
    Div waiting(SectionView section) {
        var block = new Div();
        caseFiles
                .proposals(section.caseFile(), section.purpose())
                .forEach((location, rows) -> rows.forEach(row -> {
                    var message = new FormMessage();
                    var confirm = new Button(
                            Terms.text(
                                    "location.confirm.act", row.professional().displayName()),
                            click -> {
                                if (message.attempt(() -> caseFiles.confirmNamed(
                                        section.caseFile(),
                                        location,
                                        row.professional().id(),
                                        section.purpose()))) {
                                    place.refresh();
                                }
                            });
                    var line = new Div(
                            new Paragraph(Terms.text(
                                    "location.confirm.text",
                                    row.proposedBy().displayName(),
                                    row.professional().displayName(),
                                    directory
                                            .agency(row.professional().agency())
                                            .name())),
                            message,
                            confirm);
                    line.addClassName("named-waiting");
                    block.add(line);
                }));
        return block;
    }
}
