package nl.samenzicht.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.Municipalities;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.administration.Agencies;
import nl.samenzicht.security.administration.Agencies.ManagerCard;
import nl.samenzicht.security.administration.Agencies.ManagerProposal;
import nl.samenzicht.security.administration.Agencies.Row;
import nl.samenzicht.security.administration.AgencyService;
import nl.samenzicht.security.administration.Staff.WaitingReset;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** The agencies that take part. The platform administrator invites them here, and sees no case. */
@Route(value = "admin/agencies", layout = MainLayout.class)
@StyleSheet("context://admin.css")
class AgenciesView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient AgencyService service;
    private final transient Municipalities municipalities = Municipalities.standard();
    private final FormMessage message = new FormMessage();
    private final Div content = new Div();

    @Inject
    AgenciesView(AgencyService service) {
        this.service = service;
        addClassNames("page", "admin");
        content.addClassName("admin-content");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.agencies.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        message.clear();
        Agencies agencies;
        try {
            agencies = service.agencies();
        } catch (AccessDenied refusal) {
            content.add(
                    new H1(Terms.text("admin.agencies.title")), new Paragraph(Terms.text("denied." + refusal.told())));
            return;
        }
        content.add(head(agencies), message);
        var waiting = new UnorderedList();
        waiting.addClassNames("rows", "panel", "admin-list");
        agencies.rows().forEach(row -> row.waiting().forEach(manager -> waiting.add(waiting(row, manager))));
        agencies.resets().forEach(reset -> waiting.add(waiting(reset)));
        if (waiting.getChildren().findAny().isPresent()) {
            var section = new Section(
                    new H2(Terms.text("admin.waiting.title")),
                    new Paragraph(Terms.text("admin.agencies.waiting")),
                    waiting);
            section.addClassName("admin-section");
            content.add(section);
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "panel", "admin-list");
        agencies.rows().forEach(row -> list.add(row(row, agencies.mayInvite())));
        var section = new Section(
                new H2(Terms.text("admin.agencies.count", agencies.rows().size())), list);
        section.addClassName("admin-section");
        var recorded =
                new Paragraph(Terms.text("admin.recorded", agencies.entry().value()));
        recorded.addClassName("hint");
        content.add(section, recorded);
    }

    private Component head(Agencies agencies) {
        var words =
                new Div(new H1(Terms.text("admin.agencies.title")), new Paragraph(Terms.text("admin.agencies.intro")));
        words.addClassName("page-words");
        var head = new Div(words);
        head.addClassName("page-head");
        if (agencies.mayInvite()) {
            var invite = new Button(
                    Terms.text("admin.agency.invite.label"),
                    VaadinIcon.PLUS.create(),
                    click -> new InviteAgencyDialog(
                                    municipalities, service, invited -> OnceDialog.invitation(invited, this::show))
                            .open());
            invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            head.add(invite);
        }
        return head;
    }

    private ListItem waiting(Row row, ManagerProposal manager) {
        var acts = new Div();
        acts.addClassName("row-actions");
        var agree = new Button(
                Terms.text("admin.waiting.agree"),
                click -> new ActDialog(
                                Terms.text("admin.manager.title", manager.name()),
                                Terms.text("admin.agree.confirm"),
                                () -> service.agreeToManager(manager.holding()),
                                this::show)
                        .asking(new Paragraph(Terms.text(
                                "admin.manager.text",
                                manager.name(),
                                row.agency().name())))
                        .open());
        agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var decline = new Button(
                Terms.text("admin.waiting.decline"), click -> attempt(() -> service.declineManager(manager.holding())));
        decline.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        acts.add(agree, decline);
        return line(
                manager.name(),
                Terms.text(
                        "admin.waiting.manager", row.agency().name(), manager.proposedBy(), Terms.moment(manager.at())),
                acts);
    }

    private ListItem waiting(WaitingReset reset) {
        var acts = new Div();
        acts.addClassName("row-actions");
        if (reset.mayApprove()) {
            var approve = new Button(
                    Terms.text("admin.reset.approve"),
                    click -> new ActDialog(
                                    Terms.text("admin.reset.approve.title", reset.name()),
                                    Terms.text("admin.reset.approve.confirm"),
                                    () -> OnceDialog.code(reset.name(), service.approveReset(reset.link()), this::show),
                                    this::show)
                            .asking(new Paragraph(
                                    Terms.text("admin.reset.approve.text", reset.name(), reset.begunBy())))
                            .open());
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(approve);
        }
        return line(reset.name(), Terms.text("admin.waiting.reset", reset.begunBy(), Terms.moment(reset.at())), acts);
    }

    private ListItem row(Row row, boolean mayInvite) {
        var side = new Div();
        side.addClassName("row-actions");
        var signed = new Badge(
                Terms.text(row.signed() ? "rulebook.signed.badge" : "rulebook.unsigned.badge"),
                row.signed() ? Badge.Tone.GOOD : Badge.Tone.WARN);
        side.add(signed);
        var only = row.managers().size() == 1 ? row.managers().get(0) : null;
        if (mayInvite && only != null && !only.accepted()) {
            side.add(again(only));
        }
        var facts = Stream.of(
                        Stream.of(Terms.of(row.agency().type())),
                        row.municipality().stream().map(this::named),
                        Stream.of(Terms.text("admin.people.since", Terms.day(row.since()))))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
        var line = line(row.agency().name(), facts, side);
        if (!row.managers().isEmpty()) {
            var managers = new Span(Terms.text(
                    "admin.agencies.managers",
                    row.managers().size(),
                    row.managers().stream().map(AgenciesView::described).collect(Collectors.joining(", "))));
            managers.addClassName("row-detail");
            ((Div) line.getChildren().findFirst().orElseThrow()).add(managers);
        }
        return line;
    }

    private static String described(ManagerCard manager) {
        return manager.accepted() ? manager.name() : Terms.text("admin.agencies.invited", manager.name());
    }

    private Button again(ManagerCard manager) {
        var again = new Button(
                Terms.text("admin.act.invite-again"),
                click -> attempt(() -> {
                    var invited = service.inviteAgain(manager.id());
                    OnceDialog.invitation(invited, this::show);
                }));
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return again;
    }

    private String named(String code) {
        return municipalities.withCode(code).map(place -> place.name()).orElse(code);
    }

    private void attempt(Runnable act) {
        if (message.attempt(act)) {
            show();
        }
    }

    private static ListItem line(String title, String detail, Component acts) {
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
}
