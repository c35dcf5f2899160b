package nl.samenzicht.web.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import nl.samenzicht.security.agreement.RulebookReading;
import nl.samenzicht.security.agreement.RulebookReading.Version;
import nl.samenzicht.security.agreement.RulebookService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;

/** Who is bound by the rulebook, who is not yet, and what privacy officers advised. */
class SignaturesPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient RulebookService rulebooks;
    private final transient Runnable after;

    SignaturesPanel(RulebookReading reading, RulebookService rulebooks, Runnable after) {
        this.rulebooks = rulebooks;
        this.after = after;
        addClassName("signatures");
        add(new H2(Terms.text("rulebook.signatures.title")), new Paragraph(Terms.text("rulebook.signatures.text")));
        reading.coming().ifPresent(coming -> add(of(coming)));
        add(of(reading.inForce()));
        if (reading.mayAdvise()) {
            add(new Button(Terms.text("rulebook.advise.label"), click -> advise()));
        }
    }

    private static Component of(Version version) {
        var list = new UnorderedList();
        list.addClassName("rows");
        version.signed()
                .forEach(signed -> list.add(row(
                        signed.agency().name(),
                        Terms.text(
                                "rulebook.signed.by",
                                signed.by(),
                                Terms.moment(signed.at()),
                                signed.entry().value()),
                        "rulebook.signed.badge",
                        Badge.Tone.GOOD)));
        version.unsigned()
                .forEach(agency -> list.add(
                        row(agency.name(), Terms.of(agency.type()), "rulebook.unsigned.badge", Badge.Tone.WARN)));
        var panel = new Div(new H3(version.rulebook().reference()), list);
        panel.addClassName("panel");
        if (!version.advice().isEmpty()) {
            var advice = new UnorderedList();
            advice.addClassName("rows");
            version.advice().forEach(advised -> {
                var words = new Span(advised.words());
                words.addClassName("advice-words");
                var by = new Span(Terms.text(
                        "rulebook.advised.by", advised.by(), advised.agency().name(), Terms.moment(advised.at())));
                by.addClassName("row-detail");
                var said = new Div(words, by);
                said.addClassName("row-words");
                var row = new ListItem(said);
                row.addClassName("row");
                advice.add(row);
            });
            panel.add(new H3(Terms.text("rulebook.advice.title")), advice);
        }
        return panel;
    }

    private static ListItem row(String title, String detail, String badge, Badge.Tone tone) {
        var name = new Span(title);
        name.addClassName("row-title");
        var more = new Span(detail);
        more.addClassName("row-detail");
        var words = new Div(name, more);
        words.addClassName("row-words");
        var row = new ListItem(words, new Badge(Terms.text(badge), tone));
        row.addClassName("row");
        return row;
    }

    private void advise() {
        var words = new TextArea(Terms.text("rulebook.advise.words"));
        words.setHelperText(Terms.text("rulebook.advise.help"));
        words.setMaxLength(RulebookService.LONGEST_ADVICE);
        words.setMinHeight("140px");
        words.setWidthFull();
        new ActDialog(
                        Terms.text("rulebook.advise.title"),
                        Terms.text("rulebook.advise.confirm"),
                        () -> rulebooks.advise(words.getValue()),
                        after)
                .asking(words)
                .open();
    }
}
