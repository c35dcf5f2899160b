package nl.samenzicht.web.report;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportField;
import nl.samenzicht.domain.report.ReportGrounds;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.ItemForm;

/** The form of a report: first its ground, then what that ground carries. Changing the ground loses nothing that was typed. */
class ReportEditor extends Div {
    private static final long serialVersionUID = 1L;

    /** What is done with a filled in form. */
    @FunctionalInterface
    interface Saving {
        void save(ReportBasis basis, Map<String, String> typed);
    }

    private final ReportTask task;
    private final transient List<ReportField> fields;
    private final transient ReportGrounds grounds;
    private final transient Map<String, String> known;
    private final String verb;
    private final transient Saving saving;
    private final transient Runnable leaving;
    private final Div below = new Div();
    private ItemForm form;

    ReportEditor(
            ReportTask task,
            List<ReportField> fields,
            ReportGrounds grounds,
            Optional<ReportBasis> basis,
            Map<String, String> filled,
            String consents,
            String verb,
            Saving saving,
            Runnable leaving) {
        addClassName("report-editor");
        this.task = task;
        this.fields = fields;
        this.grounds = grounds;
        this.known = new HashMap<>(filled);
        this.verb = verb;
        this.saving = saving;
        this.leaving = leaving;
        add(new BasisChoice(task, grounds, basis, consents, this::show), below);
        basis.filter(grounds.possible()::contains).ifPresentOrElse(this::show, this::askFirst);
    }

    private void askFirst() {
        var first = new Paragraph(Terms.text("report.basis.first"));
        first.addClassName("empty-state");
        below.add(first);
    }

    private void show(ReportBasis basis) {
        if (form != null) {
            known.putAll(form.values());
        }
        below.removeAll();
        var named = grounds.mayName()
                && basis != ReportBasis.ANONYMOUS
                && (basis != ReportBasis.CONSENT || grounds.consentFor(DataCategory.IDENTITY));
        var panel = new Div(new H2(Terms.text("report.content.title")));
        panel.addClassNames("panel", "report-content");
        var note = new Paragraph(Terms.text(
                basis == ReportBasis.ANONYMOUS
                        ? "report.content.anonymous"
                        : named ? "report.content.named" : "report.content.unnamed"));
        note.addClassName(basis == ReportBasis.ANONYMOUS ? "coop-notice" : "hint");
        var headed = ReportGroups.of(fields, basis, named);
        form = new ItemForm(headed, known, verb, typed -> saving.save(basis, typed), leaving);
        panel.add(note, missing(basis, named), form);
        below.add(panel);
    }

    private Paragraph missing(ReportBasis basis, boolean named) {
        var minor = "YES".equals(known.get("minor"));
        var keys = fields.stream()
                .filter(field -> field.requiredFor().contains(task))
                .filter(field -> named || field.level() != nl.samenzicht.domain.report.ReportLevel.IDENTITY)
                .map(ReportField::key)
                .filter(key -> !known.containsKey(key) && !(minor && key.equals("means")))
                .toList();
        var words = new Paragraph(
                keys.isEmpty()
                        ? Terms.text("report.missing.nothing")
                        : Terms.text("report.missing.some", keys.size(), ReportWords.names(keys)));
        words.addClassName(keys.isEmpty() ? "report-whole" : "report-missing");
        words.getElement().setAttribute("data-missing", Integer.toString(keys.size()));
        return words;
    }
}
