package nl.samenzicht.web.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.NoticeOutcome;
import nl.samenzicht.domain.rights.NoticeView;
import nl.samenzicht.domain.rights.RequestCard;
import nl.samenzicht.domain.rights.RequestList;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.OfficerPage;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** What persons ask the agency by right, what is due when, and what other agencies told it. */
@Route(value = "officer/requests", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class RequestsView extends OfficerPage {
    private static final long serialVersionUID = 1L;

    private final transient RightsService rights;
    private final transient Clock clock;

    @Inject
    RequestsView(RightsService rights, Clock clock) {
        super("rights.page");
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    protected void fill() {
        show(rights.list());
    }

    private void show(RequestList list) {
        if (list.mayHandle()) {
            var receive = new Button(Terms.text("rights.receive.label"), click -> receive(list.regime()));
            receive.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            receive.addClassName("rights-receive");
            result.add(receive);
        }
        result.add(requests("rights.open.title", "rights.open.none", list.open()));
        result.add(told(list));
        if (!list.closed().isEmpty()) {
            result.add(requests("rights.closed.title", "", list.closed()));
        }
        result.add(OfficerPages.recorded(words, list.entry().value()));
    }

    private Component requests(String title, String none, List<RequestCard> cards) {
        var section = RightsPages.section(Terms.text(title, cards.size()), "");
        if (cards.isEmpty()) {
            section.add(OfficerPages.nothing(Terms.text(none)));
            return section;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel");
        cards.forEach(card -> rows.add(row(card)));
        section.add(rows);
        return section;
    }

    private ListItem row(RequestCard card) {
        var handling = card.handling();
        var name = new Anchor("officer/requests/" + card.number(), card.number() + " · " + Terms.of(handling.right()));
        name.addClassName("log-name");
        var detail = RightsPages.detail(Stream.of(
                        RightsPages.dossier(card.caseName(), card.signal()),
                        Optional.of(Terms.of(card.requester())),
                        Optional.of(Terms.text("rights.received.text", Terms.day(handling.received()))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        var said = new Div(name, detail);
        said.addClassName("row-words");
        var row = new ListItem(said);
        if (!handling.state().isClosed()) {
            row.add(new Badge(Terms.of(RightsPages.stage(handling)), Badge.Tone.QUIET));
        }
        row.add(RightsPages.clock(handling, clock));
        row.addClassName("row");
        return row;
    }

    private Component told(RequestList list) {
        var section = RightsPages.section(Terms.text("rights.told.title"), Terms.text("rights.told.intro"));
        if (list.told().isEmpty()) {
            section.add(OfficerPages.nothing(Terms.text("rights.told.none")));
            return section;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel");
        list.told().forEach(notice -> rows.add(row(notice, list.mayHandle())));
        section.add(rows);
        return section;
    }

    private ListItem row(NoticeView notice, boolean mayHandle) {
        var what = new Span(RightsPages.told(notice));
        what.addClassName("log-name");
        var said = new Div(
                what,
                RightsPages.detail(Stream.of(
                                notice.other().map(AgencyCard::name),
                                RightsPages.dossier(notice.caseName(), notice.signal()),
                                Optional.of(Terms.moment(notice.toldAt())))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "))));
        notice.answer().ifPresent(answer -> said.add(new Span(Terms.text("emergencies.reason.quote", answer))));
        said.addClassNames("row-words", "judgement");
        var row = new ListItem(said);
        row.addClassNames("row", "told");
        if (notice.waits() && mayHandle) {
            row.add(new Button(Terms.text("rights.confirm.label"), click -> confirm(notice)));
        } else {
            row.add(RightsPages.outcome(notice));
        }
        return row;
    }

    private void confirm(NoticeView notice) {
        var outcome = new RadioButtonGroup<NoticeOutcome>(Terms.text("rights.confirm.outcome"));
        outcome.setItems(NoticeOutcome.values());
        outcome.setItemLabelGenerator(Terms::of);
        outcome.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var said = RightsPages.words(
                Terms.text("rights.confirm.words"), Terms.text("rights.words.help", RightsService.SHORTEST_WORDS));
        new ActDialog(
                        Terms.text("rights.confirm.title"),
                        Terms.text("rights.confirm.verb"),
                        () -> {
                            if (outcome.getValue() == null) {
                                throw new NotPossible("rights.error.no-outcome");
                            }
                            rights.confirm(notice.id(), outcome.getValue(), said.getValue());
                        },
                        this::show)
                .asking(new Paragraph(RightsPages.told(notice)), outcome, said)
                .open();
    }

    private void receive(Regime regime) {
        var right = new Select<SubjectRight>();
        right.setLabel(Terms.text("rights.receive.right"));
        right.setItems(SubjectRight.under(regime));
        right.setItemLabelGenerator(each -> Terms.text(
                "rights.right.article", Terms.of(each), each.article(regime).orElse("")));
        right.setValue(SubjectRight.ACCESS);
        right.setWidthFull();
        var requester = new RadioButtonGroup<Requester>(Terms.text("rights.receive.requester"));
        requester.setItems(Requester.values());
        requester.setItemLabelGenerator(Terms::of);
        requester.setValue(Requester.SELF);
        requester.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var number = new TextField(Terms.text("retention.number.label"));
        number.setPlaceholder(Terms.text("rights.receive.case.example"));
        number.setHelperText(Terms.text("rights.receive.case.help"));
        number.setMaxLength(20);
        var today = LocalDate.now(clock.withZone(Terms.AMSTERDAM));
        var day = new DatePicker(Terms.text("rights.receive.day"), today);
        day.setMax(today);
        day.setHelperText(Terms.text("rights.receive.day.help"));
        var said = RightsPages.words(
                Terms.text("rights.receive.words"), Terms.text("rights.words.help", RightsService.SHORTEST_WORDS));
        var made = new String[1];
        new ActDialog(
                        Terms.text("rights.receive.title"),
                        Terms.text("rights.receive.verb"),
                        () -> {
                            if (day.getValue() == null) {
                                throw new NotPossible("rights.error.no-day");
                            }
                            made[0] = rights.receive(new NewRequest(
                                    right.getValue(),
                                    requester.getValue(),
                                    Optional.of(number.getValue().strip()).filter(text -> !text.isEmpty()),
                                    day.getValue(),
                                    said.getValue()));
                        },
                        () -> UI.getCurrent().navigate("officer/requests/" + made[0]))
                .asking(right, requester, number, day, said)
                .open();
    }
}
