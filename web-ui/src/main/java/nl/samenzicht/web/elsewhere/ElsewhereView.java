package nl.samenzicht.web.elsewhere;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.elsewhere.AskedQuestion;
import nl.samenzicht.domain.elsewhere.AskedQuestion.Contact;
import nl.samenzicht.domain.elsewhere.AskedQuestion.ContactState;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.domain.elsewhere.Questions;
import nl.samenzicht.domain.elsewhere.ReceivedQuestion;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeName;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The questions whether somebody is known: those that cases of one's own agency answered, and those that it asked. */
@Route(value = ElsewhereNavigation.PAGE, layout = MainLayout.class)
@StyleSheet("context://sharing.css")
@StyleSheet("context://elsewhere.css")
class ElsewhereView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient KnownElsewhereService elsewhere;
    private final transient WorkPurpose purpose;
    private final Div told = new Div();
    private final Div result = new Div();

    @Inject
    ElsewhereView(KnownElsewhereService elsewhere, WorkPurpose purpose) {
        this.elsewhere = elsewhere;
        this.purpose = purpose;
        addClassNames("page", "elsewhere-page");
        result.addClassName("coop-result");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
        add(
                new H1(Terms.text("elsewhere.page.title")),
                new Paragraph(Terms.text("elsewhere.page.intro")),
                told,
                result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("elsewhere.page.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        told.removeAll();
        show();
    }

    private void show() {
        result.removeAll();
        try {
            var all = purpose.now().map(elsewhere::of).orElse(new Questions(List.of(), List.of()));
            result.add(new H2(Terms.text("elsewhere.received.title")));
            list(all.received().stream().map(this::row).toList(), "elsewhere.received.nothing");
            result.add(new H2(Terms.text("elsewhere.asked.title")));
            list(all.asked().stream().map(this::row).toList(), "elsewhere.asked.nothing");
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void list(List<ListItem> rows, String nothing) {
        if (rows.isEmpty()) {
            var empty = new Paragraph(Terms.text(nothing));
            empty.addClassName("empty-state");
            result.add(empty);
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "share-list");
        rows.forEach(list::add);
        result.add(list);
    }

    private ListItem row(ReceivedQuestion question) {
        var badge = new Badge(
                Terms.text("elsewhere.state." + question.state()),
                question.answerable() ? Badge.Tone.WARN : Badge.Tone.QUIET);
        var words = words(
                badge,
                Terms.text("elsewhere.received.row", Terms.of(question.askerType())),
                question.caseName(),
                question.purpose(),
                Terms.text("elsewhere.received.told", Terms.of(question.told()), Terms.moment(question.toldAt())));
        question.contact().ifPresent(contact -> words.add(contact(contact, question.caseName(), question.purpose())));
        var row = new ListItem(words);
        if (question.answerable()) {
            var agree = new Button(Terms.text("elsewhere.agree.label"), click -> answer(question, true));
            agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var actions =
                    new Div(agree, new Button(Terms.text("elsewhere.decline.label"), click -> answer(question, false)));
            actions.addClassName("row-actions");
            row.add(actions);
        }
        row.addClassNames("row", "share-row");
        return row;
    }

    private void answer(ReceivedQuestion question, boolean agree) {
        var act = agree ? "elsewhere.agree" : "elsewhere.decline";
        new ActDialog(
                        Terms.text(act + ".title"),
                        Terms.text(act + ".verb"),
                        () -> elsewhere.answerContact(question.id(), agree),
                        () -> changed(Terms.text(act + ".told")))
                .asking(new Paragraph(
                        Terms.text(act + ".text", question.caseName().number())))
                .open();
    }

    private ListItem row(AskedQuestion question) {
        var badge = new Badge(
                Terms.of(question.answer()),
                question.answer() == Answer.NOT_KNOWN ? Badge.Tone.QUIET : Badge.Tone.GOOD);
        var words = words(
                badge,
                Terms.text("elsewhere.contact.state." + question.contact()),
                question.caseName(),
                question.purpose(),
                Terms.text("elsewhere.asked.row", question.askedBy(), Terms.moment(question.askedAt())));
        question.contacts().forEach(contact -> words.add(contact(contact, question.caseName(), question.purpose())));
        var row = new ListItem(words);
        if (question.contact() == ContactState.POSSIBLE) {
            var contact = new Button(
                    Terms.text("elsewhere.contact.label"),
                    click -> AskDialog.contact(
                            why -> elsewhere.askContact(question.id(), why),
                            () -> changed(Terms.text("elsewhere.contact.told"))));
            var actions = new Div(contact);
            actions.addClassName("row-actions");
            row.add(actions);
        }
        row.addClassNames("row", "share-row");
        return row;
    }

    private static Div contact(Contact contact, CaseName caseName, Purpose purpose) {
        var who = new Paragraph(Terms.text(
                "elsewhere.contact.who",
                contact.professional().displayName(),
                contact.agency().name(),
                Terms.moment(contact.since())));
        who.addClassName("elsewhere-who");
        var share = new Anchor(
                CaseFileNavigation.to(caseName.id(), purpose),
                Terms.text("elsewhere.contact.share", caseName.number()));
        share.addClassName("button-link");
        var block = new Div(who, new Paragraph(Terms.text("elsewhere.contact.next")), share);
        block.addClassName("elsewhere-contact");
        return block;
    }

    private static Div words(Badge badge, String title, CaseName caseName, Purpose purpose, String when) {
        var name = new Span(title);
        name.addClassName("row-title");
        var head = new Div(badge, name);
        head.addClassName("share-title");
        var facts = new Div(
                new Span(caseName.number() + " " + caseName.codeName()), new PurposeName(purpose), new Span(when));
        facts.addClassName("share-facts");
        var words = new Div(head, facts);
        words.addClassName("row-words");
        return words;
    }

    private void changed(String what) {
        told.removeAll();
        told.add(new Paragraph(what));
        show();
        UI.getCurrent().getPage().executeJs("document.querySelector('.coop-told')?.scrollIntoView({block: 'nearest'})");
    }
}
