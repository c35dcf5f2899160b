package nl.samenzicht.web.signal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFilter;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.CaseSearchService.Alike;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.signal.Meldcode;
import nl.samenzicht.domain.signal.SignalCard;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.SignalView;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.CooperationForm;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.worklist.WorkPurpose;

/** What can be done with a signal: the next step first, the others below it. Leaving one out is a kindness, not a lock. */
@ApplicationScoped
class SignalActs {
    private static final int LONGEST_NOTE = 5_000;
    private static final int CASES = 500;

    private final TriageService triage;
    private final SignalService signals;
    private final CaseFileService caseFiles;
    private final WorkPurpose working;

    protected SignalActs() {
        this(null, null, null, null);
    }

    @Inject
    SignalActs(TriageService triage, SignalService signals, CaseFileService caseFiles, WorkPurpose working) {
        this.triage = triage;
        this.signals = signals;
        this.caseFiles = caseFiles;
        this.working = working;
    }

    /** The block with what the reader can do now. */
    Component panel(SignalView view, Runnable after) {
        var block = new Div(new H2(Terms.text("signal.acts.title")));
        block.addClassNames("side-block", "signal-acts");
        if (view.mayTriage()) {
            addTriage(block, view, after);
        }
        if (view.card().fromMe()) {
            addWriting(block, view, after);
        }
        if (block.getComponentCount() == 1) {
            block.add(new Paragraph(Terms.text("signal.acts.nothing")));
        }
        return block;
    }

    private void addTriage(Div block, SignalView view, Runnable after) {
        var card = view.card();
        var concluded = view.assessment();
        concluded.ifPresent(assessment -> block.add(conclusion(assessment)));
        var acts = new ArrayList<Button>();
        if (!card.mine()) {
            acts.add(button(card.assignee().isEmpty() ? "take" : "take-over", () -> {
                triage.take(card.id());
                after.run();
            }));
        }
        acts.add(button(
                concluded.isEmpty() ? "assess" : "assess-again",
                () -> CaseFileNavigation.go(SignalNavigation.assess(card.id()))));
        if (concluded.isPresent()) {
            acts.add(button("accept", () -> askAccept(card)));
            acts.add(button("link", () -> askLink(card, after)));
            acts.add(button("close", () -> askClose(card, concluded.get(), after)));
        }
        if (!card.fromMe()) {
            acts.add(button("ask-more", () -> askMore(card, after)));
        }
        acts.add(button("refer", () -> askRefer(card, after)));
        var next = concluded.isPresent() && card.mine() ? 1 : 0;
        acts.get(next).addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        acts.forEach(block::add);
        if (concluded.isEmpty()) {
            var hint = new Paragraph(Terms.text("signal.acts.first-assess"));
            hint.addClassName("hint");
            block.add(hint);
        }
    }

    private static Component conclusion(Assessment assessment) {
        var said = new Div(new Span(Terms.text("signal.acts.concluded")), new Span(Terms.of(assessment.conclusion())));
        said.addClassName("signal-concluded");
        return said;
    }

    private void addWriting(Div block, SignalView view, Runnable after) {
        if (view.card().state().waits()) {
            block.add(button("tell-more", () -> askTellMore(view.card().id(), after)));
        }
        if (view.possible().contains(Action.RECORD_ITEM)) {
            block.add(button("meldcode", () -> askMeldcode(view, after)));
        }
    }

    private static Button button(String act, Runnable begin) {
        var button = new Button(Terms.text("signal.act." + act), click -> begin.run());
        button.addClassName("signal-act-" + act);
        button.setWidthFull();
        return button;
    }

    private static TextArea words(String key) {
        var area = new TextArea(Terms.text(key));
        area.setMaxLength(LONGEST_NOTE);
        area.setMinHeight("120px");
        area.setWidthFull();
        return area;
    }

    private static ActDialog dialog(String act, Runnable doing, Runnable after) {
        return new ActDialog(
                Terms.text("signal." + act + ".title"), Terms.text("signal." + act + ".verb"), doing, after);
    }

    private void askMore(SignalCard card, Runnable after) {
        var question = words("signal.ask-more.question");
        question.setHelperText(Terms.text("signal.ask-more.help", card.from().name()));
        dialog("ask-more", () -> triage.askMore(card.id(), question.getValue()), after)
                .asking(question)
                .open();
    }

    private void askTellMore(SignalId id, Runnable after) {
        var more = words("signal.tell-more.words");
        dialog("tell-more", () -> signals.tellMore(id, more.getValue()), after)
                .asking(more)
                .open();
    }

    private void askRefer(SignalCard card, Runnable after) {
        var to = new Select<AgencyCard>();
        to.setLabel(Terms.text("signal.refer.to"));
        to.setItems(signals.receivers().stream()
                .filter(agency -> card.holder()
                        .map(AgencyCard::id)
                        .filter(agency.id()::equals)
                        .isEmpty())
                .toList());
        to.setItemLabelGenerator(agency -> agency == null ? "" : agency.name());
        to.setWidthFull();
        var why = words("signal.refer.words");
        dialog(
                        "refer",
                        () -> {
                            if (to.getValue() == null) {
                                throw new NotPossible("signal.error.missing.to");
                            }
                            triage.refer(card.id(), to.getValue().id(), why.getValue());
                        },
                        after)
                .asking(new Paragraph(Terms.text("signal.refer.text")), to, why)
                .open();
    }

    private void askAccept(SignalCard card) {
        var form = new CooperationForm(Cooperation.single());
        var opened = new CaseName[1];
        dialog("accept", () -> opened[0] = triage.accept(card.id(), form.cooperation()), () -> toCase(opened[0].id()))
                .asking(new Paragraph(Terms.text("signal.accept.text")), form, alike(card.id()))
                .open();
    }

    private void toCase(CaseFileId id) {
        CaseFileNavigation.go(CaseFileNavigation.to(id, working.orNow(Purpose.SUPPORT), DataCategory.SIGNAL));
    }

    /** A button that looks for cases of the same person, as a search that is on record, and says what it found. */
    private Component alike(SignalId id) {
        var found = new Div();
        found.addClassName("signal-alike");
        found.getElement().setAttribute("role", "status");
        var look = new Button(Terms.text("signal.alike.look"), click -> {
            found.removeAll();
            var cases = triage.alike(id);
            if (cases.isEmpty()) {
                found.add(new Paragraph(Terms.text("signal.alike.none")));
                return;
            }
            var list = new UnorderedList();
            cases.forEach(each -> list.add(new ListItem(words(each))));
            found.add(new Paragraph(Terms.text("signal.alike.found", cases.size())), list);
        });
        look.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var block = new Div(look, found);
        block.addClassName("signal-alike-block");
        return block;
    }

    private static String words(Alike each) {
        return each.caseName().number() + " " + each.caseName().codeName() + " · " + Terms.of(each.by());
    }

    private void askLink(SignalCard card, Runnable after) {
        Map<CaseFileId, String> names = new LinkedHashMap<>();
        triage.alike(card.id())
                .forEach(each -> names.put(each.caseName().id(), Terms.text("signal.link.alike", words(each))));
        caseFiles
                .list(CaseFilter.open(), working.orNow(Purpose.SUPPORT), 0, CASES)
                .rows()
                .forEach(row -> names.putIfAbsent(
                        row.name().id(), row.name().number() + " " + row.name().codeName()));
        var into = new ComboBox<CaseFileId>(Terms.text("signal.link.case"));
        into.setItems(names.keySet());
        into.setItemLabelGenerator(names::get);
        into.setWidthFull();
        dialog(
                        "link",
                        () -> {
                            if (into.getValue() == null) {
                                throw new NotPossible("signal.error.missing.case");
                            }
                            triage.link(card.id(), into.getValue());
                        },
                        after)
                .asking(new Paragraph(Terms.text("signal.link.text")), into)
                .open();
    }

    private void askClose(SignalCard card, Assessment assessment, Runnable after) {
        var told = words("signal.close.told");
        told.setHelperText(Terms.text("signal.close.told.help"));
        var dialog = dialog("close", () -> triage.close(card.id(), told.getValue()), after)
                .asking(new Paragraph(Terms.text("signal.close.text", Terms.of(assessment.conclusion()))));
        if (assessment.conclusion().isPositive()) {
            var warning = new Paragraph(Terms.text("signal.close.positive"));
            warning.addClassName("item-notice");
            dialog.asking(warning);
        }
        dialog.asking(told).open();
    }

    private void askMeldcode(SignalView view, Runnable after) {
        var before = view.items().stream()
                .filter(item -> item.own() && item.kind() == ItemKind.MELDCODE)
                .reduce((earlier, later) -> later)
                .map(item -> Meldcode.of(item.content().values()))
                .orElseGet(Meldcode::none);
        var form = new MeldcodeForm(before);
        var dialog = dialog("meldcode", () -> signals.recordMeldcode(view.card().id(), form.taken()), after);
        dialog.setWidth("720px");
        dialog.asking(new Paragraph(Terms.text("signal.meldcode.text")), form).open();
    }
}
