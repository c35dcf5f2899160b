package nl.samenzicht.web.htcds;

import static java.util.Comparator.comparing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.CaseRow;
import nl.samenzicht.domain.htcds.HtcdsExportService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.RefusedPanel;

/** Choose cases and for whom, see exactly what would leave, and let it. */
@Route(value = "export", layout = MainLayout.class)
@StyleSheet("context://import.css")
class ExportView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient HtcdsExportService exports;
    private final CheckboxGroup<CaseRow> cases = new CheckboxGroup<>(Terms.text("export.cases.label"));
    private final ComboBox<AgencyCard> recipient = new ComboBox<>(Terms.text("export.recipient.label"));
    private final TextArea why = new TextArea(Terms.text("export.why.label"));
    private final FormMessage message = new FormMessage();
    private final Div body = new Div();
    private final Div result = new Div();

    @Inject
    ExportView(HtcdsExportService exports) {
        this.exports = exports;
        addClassName("page");
        body.addClassName("import-body");
        result.addClassName("import-result");
        cases.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        cases.addClassName("export-cases");
        cases.setItemLabelGenerator(
                row -> row.name().number() + " " + row.name().codeName());
        cases.addValueChangeListener(change -> result.removeAll());
        recipient.setItemLabelGenerator(AgencyCard::name);
        recipient.setWidthFull();
        recipient.addValueChangeListener(change -> result.removeAll());
        why.setHelperText(Terms.text("export.why.help", HtcdsExportService.SHORTEST_WHY));
        why.setMaxLength(HtcdsExportService.LONGEST_WHY);
        why.setWidthFull();
        add(new H1(Terms.text("export.page.title")), new Paragraph(Terms.text("export.page.intro")), body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("export.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        body.removeAll();
        try {
            var choices = exports.choices();
            if (choices.isEmpty()) {
                var nothing = new Paragraph(Terms.text("export.empty.text"));
                nothing.addClassName("empty-state");
                body.add(nothing);
                return;
            }
            cases.setItems(choices);
            recipient.setItems(exports.recipients());
            var look = new Button(Terms.text("export.check"), click -> check());
            look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            look.setId("export-check");
            var whom = new Div(recipient, why, message, look);
            whom.addClassName("import-block");
            var form = new Div(cases, whom);
            form.addClassNames("panel", "import-choosing");
            body.add(form, result);
        } catch (AccessDenied refusal) {
            body.add(new RefusedPanel(refusal));
        }
    }

    private List<CaseFileId> chosen() {
        return cases.getValue().stream()
                .map(CaseRow::name)
                .sorted(comparing(CaseName::number))
                .map(CaseName::id)
                .toList();
    }

    private AgencyId whom() {
        return recipient.getOptionalValue().map(AgencyCard::id).orElse(null);
    }

    private void check() {
        result.removeAll();
        message.attempt(() -> show(ExportPanel.before(exports.check(chosen(), whom()), this::run)));
    }

    private void run() {
        message.attempt(() -> {
            var done = exports.run(chosen(), whom(), why.getValue());
            show(ExportPanel.after(done.holds(), new OneTimeFile(done)));
        });
    }

    private void show(ExportPanel panel) {
        result.removeAll();
        result.add(panel);
        panel.getElement()
                .executeJs("const title = this.querySelector('#export-result'); title.focus();"
                        + " title.scrollIntoView({block: 'nearest'});");
    }
}
