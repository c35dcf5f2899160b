package nl.samenzicht.web.breach;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.BreachJson;
import nl.samenzicht.domain.breach.BreachPage;
import nl.samenzicht.domain.breach.BreachPage.ActView;
import nl.samenzicht.domain.breach.BreachPage.VersionView;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.breach.BreachState;
import nl.samenzicht.domain.breach.BreachStep;
import nl.samenzicht.domain.breach.Risk;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.LogWords;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;
import nl.samenzicht.web.rights.RightsPages;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** One breach: its clock, what comes next, what is known, whom it touches, who was told, and the notification to take out. */
@Route(value = BreachPages.PAGE + "/:breach", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class BreachView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient BreachService breaches;
    private final transient Clock clock;
    private final transient LogWords words;
    private final Div result = new Div();
    private String number = "";

    @Inject
    BreachView(BreachService breaches, Clock clock) {
        this.breaches = breaches;
        this.clock = clock;
        words = new LogWords(UI.getCurrent().getLocale());
        addClassNames("page", "officer");
        result.addClassName("log-result");
        add(new Anchor(BreachPages.PAGE, Terms.text("breach.back.link")), result);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("breach.title", number);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        number = event.getRouteParameters().get("breach").orElse("");
        show();
    }

    private void show() {
        result.removeAll();
        try {
            show(breaches.breach(number));
        } catch (AccessDenied refusal) {
            result.add(OfficerPages.refused(words, refusal));
        } catch (NotPossible gone) {
            result.add(OfficerPages.nothing(Terms.text(gone.messageKey())));
        }
    }

    private void show(BreachPage page) {
        var card = page.card();
        var title = new Div(new H1(Terms.text("breach.title", number)));
        title.addClassName("page-words");
        card.toldBy().ifPresent(agency -> title.add(new Paragraph(Terms.text("breach.told-by", agency.name()))));
        result.add(title, road(card.course().state()), clock(page));
        if (!page.next().isEmpty()) {
            result.add(next(page));
        }
        result.add(known(page), new CountPanel(breaches, page, this::show), told(page), acts(page.acts()));
        result.add(OfficerPages.recorded(words, page.entry().value()));
    }

    private static Component road(BreachState now) {
        var road = new OrderedList();
        road.addClassName("rights-road");
        for (var state : BreachState.values()) {
            var how = state.compareTo(now) < 0 || now == BreachState.CLOSED ? "done" : state == now ? "now" : "ahead";
            var stage = new ListItem(Terms.of(state));
            stage.addClassNames("rights-stage", "is-" + how);
            if (state == now) {
                stage.getElement().setAttribute("aria-current", "step");
            }
            road.add(stage);
        }
        return road;
    }

    private Component clock(BreachPage page) {
        var course = page.card().course();
        var badges = new Div(BreachPages.clock(course, clock.instant()));
        badges.addClassName("rights-badges");
        course.risk().ifPresent(risk -> badges.add(new Badge(Terms.of(risk), Badge.Tone.QUIET)));
        badges.add(new Badge(Terms.of(course.persons()), Badge.Tone.QUIET));
        var downloads = new Div(
                FileLink.to(
                        Terms.text("breach.paper.label"),
                        "paper-html",
                        () -> Made.of(
                                number + ".html",
                                "text/html;charset=utf-8",
                                BreachPaper.of(breaches.document(number)))),
                FileLink.to(
                        Terms.text("breach.json.label"),
                        "paper-json",
                        () -> Made.of(number + ".json", "application/json", BreachJson.of(breaches.document(number)))));
        downloads.addClassName("row-actions");
        var panel = new Div(
                badges,
                new Paragraph(Terms.text(
                        "breach.clock.text", BreachPages.moment(course.aware()), BreachPages.moment(course.due()))),
                downloads);
        panel.addClassNames("panel", "alert", "breach-clock");
        return panel;
    }

    private Component next(BreachPage page) {
        var section = RightsPages.section(Terms.text("rights.next.title"), "");
        var acts = new Div();
        acts.addClassName("row-actions");
        var first = usual(page);
        page.next().stream()
                .sorted((a, b) -> a == first ? -1 : b == first ? 1 : a.compareTo(b))
                .forEach(step -> acts.add(button(page, step, step == first)));
        section.add(new Paragraph(Terms.text("breach-step.help." + first)), acts);
        return section;
    }

    private Button button(BreachPage page, BreachStep step, boolean first) {
        var act = new Button(
                Terms.text("breach-step.act." + step),
                click -> new BreachStepDialog(breaches, page, step, clock.instant(), this::show).open());
        act.addClassName("rights-step");
        act.getElement().setAttribute("data-step", step.name());
        if (first) {
            act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return act;
    }

    /** What usually comes next: the authority before the persons, and to assess anew last. */
    private static BreachStep usual(BreachPage page) {
        var course = page.card().course();
        var road = switch (course.state()) {
            case RECORDED -> List.of(BreachStep.ASSESS);
            case ASSESSED -> List.of(BreachStep.SUPPLEMENT, BreachStep.NOT_NOTIFY, BreachStep.NOTIFY);
            case AUTHORITY_SETTLED ->
                course.risk().filter(Risk.HIGH::equals).isPresent()
                        ? List.of(BreachStep.INFORM)
                        : List.of(BreachStep.NOT_INFORM);
            case PERSONS_SETTLED, CLOSED -> List.of(BreachStep.CLOSE);
        };
        return road.stream().filter(page.next()::contains).findFirst().orElse(BreachStep.ASSESS);
    }

    private Component known(BreachPage page) {
        var section = RightsPages.section(Terms.text("breach.known.title"), "");
        section.add(version(page.versions().get(page.versions().size() - 1)));
        if (page.mayHandle() && !page.card().course().closed()) {
            var rewrite = new Button(Terms.text("breach.rewrite.label"), click -> rewrite(page));
            rewrite.addClassName("breach-rewrite");
            section.add(rewrite);
        }
        for (int i = page.versions().size() - 2; i >= 0; i--) {
            var version = page.versions().get(i);
            section.add(new NativeDetails(Terms.text("breach.version.old", version.serial()), version(version)));
        }
        return section;
    }

    private static Component version(VersionView version) {
        var account = version.account();
        var facts = new DescriptionList();
        facts.addClassName("line-facts");
        add(facts, "breach.what", account.what());
        add(facts, "breach.natures", Terms.of(account.natures()));
        add(facts, "breach.happened", BreachPages.happened(account));
        add(facts, "breach.categories", BreachPages.orUnknown(Terms.of(account.categories())));
        add(facts, "breach.persons", BreachPages.quantity(account.persons()));
        add(facts, "breach.records", BreachPages.quantity(account.records()));
        add(facts, "breach.consequences", BreachPages.orUnknown(account.consequences()));
        add(facts, "breach.measures", BreachPages.orUnknown(account.measures()));
        add(facts, "breach.contact", BreachPages.orUnknown(account.contact()));
        var panel = new Div(
                facts,
                RightsPages.detail(Terms.text(
                        "breach.version", version.serial(), version.by().orElse("–"), Terms.moment(version.at()))));
        panel.addClassNames("panel", "alert", "breach-version");
        return panel;
    }

    private static void add(DescriptionList facts, String key, String value) {
        facts.add(new Term(Terms.text(key)), new Description(value));
    }

    private void rewrite(BreachPage page) {
        Account known = page.account();
        var fields = new AccountFields(known);
        new ActDialog(
                        Terms.text("breach.rewrite.label"),
                        Terms.text("breach.rewrite.verb"),
                        () -> breaches.rewrite(number, page.seen(), fields.account()),
                        this::show)
                .asking(new Paragraph(Terms.text("breach.rewrite.text")), fields)
                .open();
    }

    private Component told(BreachPage page) {
        var section = RightsPages.section(Terms.text("breach.tell.title"), Terms.text("breach.tell.intro"));
        if (!page.told().isEmpty()) {
            var rows = new UnorderedList();
            rows.addClassNames("rows", "panel");
            page.told().forEach(told -> {
                var name = new Span(told.agency().map(AgencyCard::name).orElse("–"));
                name.addClassName("log-name");
                var said = new Div(name, RightsPages.detail(Terms.moment(told.at())));
                said.addClassName("row-words");
                var row = new ListItem(said);
                row.addClassNames("row", "breach-told");
                rows.add(row);
            });
            section.add(rows);
        } else {
            section.add(OfficerPages.nothing(Terms.text("breach.tell.none")));
        }
        if (!page.canBeTold().isEmpty() && !page.card().course().closed()) {
            var tell = new Button(Terms.text("breach.tell.label"), click -> tell(page));
            tell.addClassName("breach-tell");
            section.add(tell);
        }
        return section;
    }

    private void tell(BreachPage page) {
        var agency = new ComboBox<AgencyCard>(Terms.text("breach.tell.agency"));
        agency.setItems(page.canBeTold());
        agency.setItemLabelGenerator(AgencyCard::name);
        agency.setWidthFull();
        var said = BreachPages.words("breach.tell.words");
        new ActDialog(
                        Terms.text("breach.tell.label"),
                        Terms.text("breach.tell.verb"),
                        () -> breaches.tell(
                                number,
                                page.seen(),
                                Optional.ofNullable(agency.getValue())
                                        .map(AgencyCard::id)
                                        .orElseThrow(() -> new NotPossible("breach.error.no-agency")),
                                said.getValue()),
                        this::show)
                .asking(new Paragraph(Terms.text("breach.tell.text")), agency, said)
                .open();
    }

    private static Component acts(List<ActView> acts) {
        var section = RightsPages.section(Terms.text("breach.acts.title"), "");
        if (acts.isEmpty()) {
            section.add(OfficerPages.nothing(Terms.text("rights.acts.none")));
            return section;
        }
        var rows = new OrderedList();
        rows.addClassNames("rows", "panel");
        acts.forEach(act -> {
            var name = new Span(BreachPaper.step(act));
            name.addClassName("log-name");
            var said = new Div(
                    name,
                    RightsPages.detail(Terms.text(
                            "breach.step.done", BreachPages.moment(act.doing().at()))),
                    new Span(Terms.text("emergencies.reason.quote", act.doing().words())));
            act.doing().delay().ifPresent(why -> said.add(new Span(Terms.text("breach.delay.text", why))));
            said.add(RightsPages.detail(
                    Terms.text("breach.step.recorded", act.by().orElse("–"), Terms.moment(act.at()))));
            said.addClassNames("row-words", "judgement");
            var row = new ListItem(said);
            row.addClassNames("row", "breach-act");
            rows.add(row);
        });
        section.add(rows);
        return section;
    }
}
