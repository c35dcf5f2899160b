package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Set;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.htcds.HtcdsImportService;
import nl.samenzicht.domain.htcds.ImportNotPossible;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.CooperationForm;
import nl.samenzicht.web.casefile.PurposeDialog;
import nl.samenzicht.web.casefile.Purposes;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;

/** Imports cases from a filled sheet of the field's own standard. The file stays in memory, until it is done with. */
@Route(value = "import", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://import.css")
class ImportView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String STANDARD = "https://github.com/UNMigration/HTCDS";

    private final transient HtcdsImportService imports;
    private final transient CurrentProfessional current;
    private final CooperationForm cooperation = new CooperationForm(Cooperation.single());
    private final FormMessage message = new FormMessage();
    private final Div body = new Div();
    private final Div result = new Div();
    private Component choosing;
    private transient byte[] file;
    private transient Purpose purpose;
    private transient MainLayout frame;

    @Inject
    ImportView(HtcdsImportService imports, CurrentProfessional current) {
        this.imports = imports;
        this.current = current;
        addClassNames("page", "import-page");
        body.addClassName("import-body");
        result.addClassName("import-result");
        result.getElement().setAttribute("aria-live", "polite");
        var words = new Div(new H1(Terms.text("import.page.title")), new Paragraph(Terms.text("import.page.intro")));
        words.addClassName("page-words");
        add(words, body);
    }

    private Component choosing() {
        var rules = new UnorderedList(
                new ListItem(Terms.text("import.rule.size")),
                new ListItem(Terms.text("import.rule.headings")),
                new ListItem(Terms.text("import.rule.formulas")),
                new ListItem(Terms.text("import.rule.location")),
                new ListItem(Terms.text("import.rule.consent")));
        rules.addClassName("import-rules");
        var standard = new Anchor(STANDARD, Terms.text("import.standard.link"));
        standard.setTarget("_blank");
        standard.getElement().setAttribute("rel", "noopener noreferrer");
        var source = new Paragraph(Terms.text("import.standard.text"));
        source.add(" ");
        source.add(standard);
        source.addClassName("hint");
        var how = new Div(new H2(Terms.text("import.file.title")), rules, source, upload(), message);
        how.addClassNames("panel", "import-file");
        var under = new Div(new H2(Terms.text("import.framework.title")), cooperation);
        under.addClassNames("panel", "import-framework");
        var choosing = new Div(how, under);
        choosing.addClassName("import-choosing");
        return choosing;
    }

    private FileUpload upload() {
        return new FileUpload(
                arrived -> {
                    file = arrived;
                    check();
                },
                why -> {
                    message.clear();
                    message.say(why);
                });
    }

    @Override
    public String getPageTitle() {
        return Terms.text("import.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var possible = imports.purposes();
        forget();
        body.removeAll();
        var chosen = Purposes.named(event.getLocation(), possible)
                .or(() -> Purposes.usual(current.current().function(), possible));
        if (chosen.isEmpty()) {
            var nothing = new Paragraph(Terms.text("import.not-for-function"));
            nothing.addClassName("empty-state");
            body.add(nothing);
            return;
        }
        purpose = chosen.get();
        cooperation.offer(imports.frameworks(purpose));
        showPurpose(possible);
        choosing = choosing();
        body.add(choosing, result);
    }

    private void showPurpose(Set<Purpose> possible) {
        frame = MainLayout.around(this).orElse(frame);
        if (frame != null) {
            frame.showPurpose(new PurposeChip(
                    purpose.code(),
                    Terms.of(purpose),
                    () -> PurposeDialog.choose(
                                    possible,
                                    purpose,
                                    other -> CaseFileNavigation.go("import?" + Purposes.PARAMETER + "=" + other.code()))
                            .open()));
        }
    }

    private void check() {
        result.removeAll();
        message.attempt(() -> show(
                new CheckPanel(imports.check(file, cooperation.cooperation().framework(), purpose), this::run)));
    }

    private void run() {
        result.removeAll();
        message.attempt(() -> {
            try {
                var done = imports.run(file, cooperation.cooperation(), purpose);
                forget();
                show(new DonePanel(done, purpose, this::begin));
                choosing.setVisible(false);
            } catch (ImportNotPossible changed) {
                show(new CheckPanel(changed.check(), this::run));
            }
        });
    }

    private void show(Component panel) {
        result.removeAll();
        result.add(panel);
        UI.getCurrent()
                .getPage()
                .executeJs("requestAnimationFrame(() => document.getElementById('import-result')?.focus())");
    }

    private void begin() {
        forget();
        choosing.setVisible(true);
    }

    private void forget() {
        file = null;
        result.removeAll();
        message.clear();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        forget();
        if (frame != null) {
            frame.hidePurpose();
        }
        super.onDetach(event);
    }
}
