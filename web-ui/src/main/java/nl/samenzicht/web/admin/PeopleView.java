package nl.samenzicht.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.administration.Staff;
import nl.samenzicht.security.administration.Staff.Held;
import nl.samenzicht.security.administration.Staff.Person;
import nl.samenzicht.security.administration.Staff.State;
import nl.samenzicht.security.administration.Staff.WaitingReset;
import nl.samenzicht.security.administration.StaffService;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** The people of one's agency: who works here, in which function, and what waits for a second person. */
@Route(value = "admin/people", layout = MainLayout.class)
@StyleSheet("context://admin.css")
class PeopleView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient StaffService service;
    private final FormMessage message = new FormMessage();
    private final Div content = new Div();

    @Inject
    PeopleView(StaffService service) {
        this.service = service;
        addClassNames("page", "admin");
        content.addClassName("admin-content");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.people.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        message.clear();
        Staff staff;
        try {
            staff = service.staff();
        } catch (AccessDenied refusal) {
            content.add(
                    new H1(Terms.text("admin.people.title")), new Paragraph(Terms.text("denied." + refusal.told())));
            return;
        }
        content.add(head(staff), message);
        if (staff.mayManage() && staff.managers() < 2) {
            var alone = new Div(new Span(Terms.text("admin.people.alone")));
            alone.addClassName("version-unsigned");
            content.add(alone);
        }
        var waiting = waiting(staff);
        if (waiting.getChildren().findAny().isPresent()) {
            var list = new Section(new H2(Terms.text("admin.waiting.title")), waiting);
            list.addClassName("admin-section");
            content.add(list);
        }
        content.add(people(staff));
        var ended = staff.people().stream()
                .filter(person -> person.state() == State.ENDED)
                .toList();
        if (!ended.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rows");
            ended.forEach(person -> list.add(row(person, staff)));
            var details = new Details(Terms.text("admin.people.ended", ended.size()), list);
            details.addClassName("rule-category");
            content.add(details);
        }
        var recorded = new Paragraph(Terms.text("admin.recorded", staff.entry().value()));
        recorded.addClassName("hint");
        content.add(recorded);
    }

    private Component head(Staff staff) {
        var words = new Div(
                new H1(Terms.text("admin.people.of", staff.agency().name())),
                new Paragraph(Terms.text(staff.mayManage() ? "admin.people.intro" : "admin.people.intro.reading")));
        words.addClassName("page-words");
        var head = new Div(words);
        head.addClassName("page-head");
        if (staff.mayManage()) {
            var invite = new Button(
                    Terms.text("admin.invite.label"),
                    VaadinIcon.PLUS.create(),
                    click -> new InvitePersonDialog(
                                    staff.offered(), service, invited -> OnceDialog.invitation(invited, this::show))
                            .open());
            invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.add(invite);
        }
        return head;
    }

    private UnorderedList waiting(Staff staff) {
        var list = new UnorderedList();
        list.addClassNames("rows", "panel", "admin-list");
        for (var person : staff.people()) {
            person.functions().stream().filter(Held::waiting).forEach(held -> list.add(waiting(person, held)));
        }
        staff.resets().forEach(reset -> list.add(waiting(reset)));
        return list;
    }

    private ListItem waiting(Person person, Held held) {
        var acts = new Div();
        acts.addClassName("row-actions");
        if (held.mayDecide()) {
            acts.add(
                    primary(
                            "admin.waiting.agree",
                            () -> confirm(
                                    Terms.text("admin.agree.title", person.name()),
                                    Terms.text("admin.agree.text", person.name(), Terms.of(held.function())),
                                    Terms.text("admin.agree.confirm"),
                                    () -> service.agree(held.holding()))),
                    tertiary("admin.waiting.decline", () -> attempt(() -> service.decline(held.holding()))));
        } else if (held.mayWithdraw()) {
            acts.add(tertiary("admin.waiting.withdraw", () -> attempt(() -> service.withdraw(held.holding()))));
        }
        return row(
                person.name(),
                Terms.text(
                        "admin.waiting.function",
                        Terms.of(held.function()),
                        held.proposedBy().orElse("–")),
                acts);
    }

    private ListItem waiting(WaitingReset reset) {
        var acts = new Div();
        acts.addClassName("row-actions");
        if (reset.mayApprove()) {
            acts.add(primary("admin.reset.approve", () -> approve(reset)));
        }
        return row(reset.name(), Terms.text("admin.waiting.reset", reset.begunBy(), Terms.moment(reset.at())), acts);
    }

    private void approve(WaitingReset reset) {
        confirm(
                Terms.text("admin.reset.approve.title", reset.name()),
                Terms.text("admin.reset.approve.text", reset.name(), reset.begunBy()),
                Terms.text("admin.reset.approve.confirm"),
                () -> OnceDialog.code(reset.name(), service.approveReset(reset.link()), this::show));
    }

    private Component people(Staff staff) {
        var list = new UnorderedList();
        list.addClassNames("rows", "panel", "admin-list");
        staff.people().stream()
                .filter(person -> person.state() != State.ENDED)
                .forEach(person -> list.add(row(person, staff)));
        var section = new Section(new H2(Terms.text("admin.people.working")), list);
        section.addClassName("admin-section");
        return section;
    }

    private ListItem row(Person person, Staff staff) {
        var name = new Span(person.name());
        name.addClassName("row-title");
        var detail = new Span(detail(person));
        detail.addClassName("row-detail");
        var functions = new Div();
        functions.addClassName("admin-functions");
        person.functions().forEach(held -> functions.add(badge(held)));
        if (person.functions().isEmpty() && person.state() != State.ENDED) {
            var none = new Badge(Terms.text("admin.people.no-function"), Badge.Tone.WARN);
            functions.add(none);
        }
        var words = new Div(name, detail, functions);
        words.addClassName("row-words");
        var side = new Div();
        side.addClassName("row-actions");
        var state = new Badge(
                Terms.text("admin.state." + person.state()),
                person.state() == State.ACTIVE ? Badge.Tone.GOOD : Badge.Tone.WARN);
        side.add(state);
        if (staff.mayManage() && person.state() != State.ENDED && !person.self()) {
            side.add(acts(person, staff));
        }
        var row = new ListItem(words, side);
        row.addClassName("row");
        return row;
    }

    private static String detail(Person person) {
        var since = person.until()
                .map(until -> Terms.text("admin.people.until", Terms.day(person.since()), Terms.day(until)))
                .orElseGet(() -> Terms.text("admin.people.since", Terms.day(person.since())));
        return person.userName().map(address -> address + " · " + since).orElse(since);
    }

    private static Span badge(Held held) {
        var words = Terms.of(held.function());
        return held.waiting()
                ? new Badge(Terms.text("admin.people.waiting", words), Badge.Tone.WARN)
                : new Badge(words, Badge.Tone.PLAIN);
    }

    private Component acts(Person person, Staff staff) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var root = bar.addItem(Terms.text("admin.act.label"));
        root.getElement().setAttribute("aria-label", Terms.text("admin.act.aria", person.name()));
        var menu = root.getSubMenu();
        var free = staff.offered().stream()
                .filter(function -> person.functions().stream().noneMatch(held -> held.function() == function))
                .toList();
        if (!free.isEmpty()) {
            menu.addItem(
                    Terms.text("admin.act.give"),
                    click -> new GiveFunctionDialog(person, free, service, this::show).open());
        }
        person.functions().stream().filter(held -> !held.waiting()).forEach(held -> addEnd(menu, person, held));
        if (person.state() == State.INVITED) {
            menu.addItem(
                    Terms.text("admin.act.invite-again"),
                    click -> attempt(() -> {
                        var invited = service.inviteAgain(person.id());
                        OnceDialog.invitation(invited, this::show);
                    }));
        } else {
            menu.addItem(
                    Terms.text("admin.act.reset"),
                    click -> confirm(
                            Terms.text("admin.reset.title", person.name()),
                            Terms.text("admin.reset.text", person.name()),
                            Terms.text("admin.reset.confirm"),
                            () -> OnceDialog.reset(service.beginReset(person.id()), this::show)));
        }
        menu.addItem(
                Terms.text("admin.act.end-work"),
                click -> confirm(
                        Terms.text("admin.end-work.title", person.name()),
                        Terms.text("admin.end-work.text", person.name()),
                        Terms.text("admin.end-work.confirm"),
                        () -> service.endWork(person.id())));
        return bar;
    }

    private void addEnd(SubMenu menu, Person person, Held held) {
        var function = Terms.of(held.function());
        menu.addItem(
                Terms.text("admin.act.end", function),
                click -> confirm(
                        Terms.text("admin.end.title", person.name()),
                        Terms.text("admin.end.text", person.name(), function),
                        Terms.text("admin.end.confirm"),
                        () -> service.end(held.holding())));
    }

    private void confirm(String title, String text, String verb, Runnable act) {
        new ActDialog(title, verb, act, this::show).asking(new Paragraph(text)).open();
    }

    private void attempt(Runnable act) {
        if (message.attempt(act)) {
            show();
        }
    }

    private static ListItem row(String title, String detail, Component acts) {
        var name = new Span(title);
        name.addClassName("row-title");
        var more = new Span(detail);
        more.addClassName("row-detail");
        var words = new Div(name, more);
        words.addClassName("row-words");
        var row = new ListItem(words, acts);
        row.addClassName("row");
        return row;
    }

    private static Button primary(String key, Runnable act) {
        var button = new Button(Terms.text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private static Button tertiary(String key, Runnable act) {
        var button = new Button(Terms.text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** A function with what it opens, for choosing. */
    static String described(Function function) {
        var what = function.readsContent() ? "content" : function.readsLog() ? "log" : "nothing";
        return Terms.text("admin.function." + what, Terms.of(function));
    }
}
