package nl.samenzicht.web.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import nl.samenzicht.security.agreement.RulebookReading;
import nl.samenzicht.security.agreement.RulebookReading.Version;
import nl.samenzicht.security.agreement.RulebookService;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;

/** Which version is in force, since when and how one knows it again; and what the reader's agency still has to do. */
class VersionPanel extends Section {
    private static final long serialVersionUID = 1L;

    VersionPanel(RulebookReading reading, RulebookService rulebooks, Runnable after) {
        addClassNames("panel", "version");
        var version = reading.inForce();
        var title = new Div(
                new H2(Terms.text("rulebook.version.title", version.rulebook().reference())));
        title.addClassName("version-title");
        if (version.rulebook().demo()) {
            var demo = new Badge(Terms.text("rulebook.version.demo"), Badge.Tone.WARN);
            title.add(demo);
        }
        add(title, facts(version));
        if (!version.signedByUs() && reading.agencyType() != AgencyType.PLATFORM) {
            add(unsigned(reading, version));
        }
        reading.coming()
                .ifPresent(coming -> add(new Paragraph(Terms.text(
                        "rulebook.coming",
                        coming.rulebook().reference(),
                        Terms.day(coming.rulebook().rulebook().validFrom()),
                        coming.unsigned().size()))));
        var target = reading.coming().orElse(version);
        if (reading.maySign() && !target.signedByUs()) {
            var sign = new Button(
                    Terms.text("rulebook.sign.label", target.rulebook().reference()),
                    click -> new SignDialog(target, rulebooks, after).open());
            sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(sign);
        }
    }

    private static DescriptionList facts(Version version) {
        var facts = new DescriptionList();
        facts.addClassName("version-facts");
        fact(facts, "since", Terms.day(version.rulebook().rulebook().validFrom()));
        fact(facts, "published", Terms.moment(version.rulebook().publishedAt()));
        fact(
                facts,
                "signed",
                Terms.text(
                        "rulebook.version.signed.count",
                        version.signed().size(),
                        version.signed().size() + version.unsigned().size()));
        var fingerprint = new Span(version.rulebook().fingerprint());
        fingerprint.addClassName("fingerprint");
        facts.add(
                new DescriptionList.Term(Terms.text("rulebook.version.fingerprint")),
                new DescriptionList.Description(fingerprint));
        fact(facts, "line", version.rulebook().entry().value());
        return facts;
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(Terms.text("rulebook.version." + key)),
                new DescriptionList.Description(value));
    }

    private static Div unsigned(RulebookReading reading, Version version) {
        var words = new Div(new Span(Terms.text(
                reading.maySign() ? "rulebook.unsigned.signatory" : "rulebook.unsigned.text",
                version.rulebook().reference())));
        words.addClassName("version-unsigned");
        return words;
    }
}
