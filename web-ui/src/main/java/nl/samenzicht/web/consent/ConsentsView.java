package nl.samenzicht.web.consent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.ConsentView;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.rights.ConsentNotice;
import nl.samenzicht.domain.rights.ConsentNotices;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.PurposeDialog;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;
import nl.samenzicht.web.shell.PurposeName;
import nl.samenzicht.web.worklist.CaseAddress;
import nl.samenzicht.web.worklist.CasePageTop;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The consents and refusals of one case, per recipient. */
@Route(value = "cases/:caseFile/consents", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
class ConsentsView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST_REASON = 20;

    private final transient CaseFileService caseFiles;
    private final transient ConsentService consents;
    private final transient ConsentNotices notices;
    private final transient ShareService shares;
    private final transient WorkPurpose purposes;
    private final transient Directory directory;
    private final transient Clock clock;
    private final Div told = new Div();
    private transient CaseFileId caseFile;
    private transient Purpose purpose;

    @Inject
    ConsentsView(
            CaseFileService caseFiles,
            ConsentService consents,
            ConsentNotices notices,
            ShareService shares,
            WorkPurpose purposes,
            Directory directory,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.consents = consents;
        this.notices = notices;
        this.shares = shares;
        this.purposes = purposes;
        this.directory = directory;
        this.clock = clock;
        addClassNames("page", "consents-page");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("consent.page.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = new CaseAddress(event);
        caseFile = address.caseFile();
        purpose = purposes.orNow(address.purpose("purpose").orElse(Purpose.SUPPORT));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        MainLayout.around(this)
                .ifPresent(frame ->
                        frame.showPurpose(new PurposeChip(purpose.code(), Terms.of(purpose), this::askPurpose)));
        told.removeAll();
        show();
    }

    private void askPurpose() {
        PurposeDialog.choose(
                        caseFiles.purposes(),
                        purpose,
                        other -> CaseFileNavigation.go(ConsentNavigation.to(caseFile, other)))
                .open();
    }

    private void show() {
        removeAll();
        try {
            show(caseFiles.view(caseFile, purpose), consents.of(caseFile, purpose));
        } catch (AccessDenied refusal) {
            if (refusal.told() == Reason.NOTHING_HERE || refusal.told() == Reason.NOT_PARTICIPATING) {
                throw new NotFoundException();
            }
            add(new RefusedPanel(refusal));
        }
    }

    private void show(CaseOverview card, List<ConsentView> all) {
        var blocked = consents.parentBlocked(caseFile, purpose);
        add(
                new CasePageTop(
                        CaseFileNavigation.to(caseFile, purpose),
                        Terms.text("consent.page.back"),
                        Terms.text("consent.page.title"),
                        card.name().number() + " " + card.name().codeName()),
                new Paragraph(Terms.text("consent.page.intro")),
                told,
                acts(card, blocked));
        if (blocked) {
            var notice = new Paragraph(Terms.text("consent.blocked.notice"));
            notice.addClassName("coop-notice");
            add(notice);
            consents.ownBlock(caseFile, purpose).ifPresent(block -> {
                var why = new Paragraph(Terms.kept(block.reason()));
                why.addClassName("share-quote");
                var who = new Paragraph(
                        Terms.text("consent.blocked.by", block.by().displayName(), Terms.moment(block.since())));
                who.addClassName("hint");
                add(why, who);
            });
        }
        if (all.isEmpty()) {
            var nothing = new Paragraph(Terms.text("consent.nothing.text"));
            nothing.addClassName("empty-state");
            add(nothing);
        }
        var confirmed = notices.of(all);
        perRecipient(all).forEach((recipient, answers) -> add(recipient(card, recipient, answers, confirmed)));
    }

    private static Map<AgencyCard, List<ConsentView>> perRecipient(List<ConsentView> all) {
        return all.stream()
                .collect(Collectors.groupingBy(ConsentView::recipient, LinkedHashMap::new, Collectors.toList()));
    }

    private Div acts(CaseOverview card, boolean blocked) {
        var acts = new Div();
        acts.addClassName("row-actions");
        if (card.acts().contains(Action.RECORD_CONSENT)) {
            var record = new Button(Terms.text("consent.record.label"), click -> record(card, blocked));
            record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(record);
        }
        if (card.acts().contains(Action.CHANGE_CASE)) {
            acts.add(
                    blocked
                            ? new Button(Terms.text("consent.lift.label"), click -> liftBlock())
                            : new Button(Terms.text("consent.block.label"), click -> blockParent()));
        }
        return acts;
    }

    private Section recipient(
            CaseOverview card,
            AgencyCard recipient,
            List<ConsentView> answers,
            Map<ConsentId, ConsentNotice> confirmed) {
        var list = new UnorderedList();
        list.addClassNames("rows", "share-list");
        answers.forEach(consent -> list.add(row(card, consent, Optional.ofNullable(confirmed.get(consent.id())))));
        var section = new Section(new H2(recipient.name()), list);
        section.addClassName("consent-recipient");
        return section;
    }

    private ListItem row(CaseOverview card, ConsentView consent, Optional<ConsentNotice> told) {
        var state = new Badge(Terms.of(consent.state()), tone(consent.state()));
        var what = new Span(Terms.of(consent.category()));
        what.addClassName("row-title");
        var title = new Div(state, what);
        title.addClassName("share-title");
        var facts = new Div(
                new PurposeName(consent.purpose()),
                new Span(Terms.text("consent.row.until", Terms.lastDay(consent.until()))));
        facts.addClassName("share-facts");
        var footing = new Div();
        footing.addClassName("share-facts");
        ConsentWords.footing(consent.giver()).forEach(part -> footing.add(new Span(part)));
        footing.add(
                new Span(Terms.text("consent.row.recorded", consent.recordedBy(), Terms.day(consent.recordedAt()))));
        consent.withdrawnAt()
                .ifPresent(at -> footing.add(new Span(Terms.text("consent.row.withdrawn", Terms.moment(at)))));
        told.ifPresent(notice -> footing.add(new Span(said(notice))));
        var words = new Div(title, facts, footing);
        words.addClassName("row-words");
        var row = new ListItem(words);
        row.addClassNames("row", "share-row");
        row.getElement().setAttribute("data-state", consent.state().name());
        var actions = new Div();
        actions.addClassName("row-actions");
        if (consent.state() == ConsentState.GRANTED && card.acts().contains(Action.WITHDRAW_CONSENT)) {
            actions.add(new Button(Terms.text("consent.withdraw.label"), click -> withdraw(consent)));
        }
        if (card.acts().contains(Action.RECORD_CONSENT)) {
            var receipt = new Button(
                    Terms.text("receipt.label"),
                    click -> new ReceiptDialog(language -> consents.receipt(caseFile, consent.id(), language, purpose))
                            .open());
            receipt.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            receipt.addClassName("consent-receipt");
            actions.add(receipt);
        }
        row.add(actions);
        return row;
    }

    private static String said(ConsentNotice notice) {
        return notice.outcome()
                .map(outcome -> Terms.text(
                        "consent.row.confirmed",
                        Terms.of(outcome),
                        Terms.day(notice.confirmedAt().orElseThrow())))
                .orElseGet(() -> Terms.text("consent.row.told", Terms.day(notice.toldAt())));
    }

    private static Badge.Tone tone(ConsentState state) {
        return switch (state) {
            case GRANTED -> Badge.Tone.GOOD;
            case REFUSED -> Badge.Tone.DANGER;
            case WITHDRAWN -> Badge.Tone.WARN;
            default -> Badge.Tone.QUIET;
        };
    }

    private void record(CaseOverview card, boolean blocked) {
        // CoMensha takes part in no case: it gets a report, for which consent may be the ground
        var recipients = Stream.concat(
                        card.parties().stream().filter(PartyView::active).map(PartyView::agency),
                        directory.activeAgencies().stream().filter(agency -> agency.type() == AgencyType.COMENSHA))
                .distinct()
                .toList();
        new RecordConsentDialog(
                        new RecordConsentDialog.Choices(
                                recipients, blocked, card.cooperation().until().map(Terms::lastDate)),
                        RecordConsentDialog.Known.nothing(),
                        LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM),
                        (question, granted, giver) -> consents.record(caseFile, question, granted, giver, purpose),
                        id -> tell(Terms.text("consent.recorded.told")))
                .open();
    }

    private void withdraw(ConsentView consent) {
        var stops = shares.restingOn(caseFile, consent.id(), purpose);
        new ActDialog(
                        Terms.text("consent.withdraw.title"),
                        Terms.text("consent.withdraw.verb"),
                        () -> consents.withdraw(caseFile, consent.id(), purpose),
                        () -> tell(Terms.text("consent.withdrawn.told", stops.size())))
                .asking(
                        new Paragraph(Terms.text(
                                "consent.withdraw.what",
                                consent.recipient().name(),
                                Terms.of(consent.category()),
                                Terms.of(consent.purpose()))),
                        whatStops(stops))
                .open();
    }

    private static Div whatStops(List<ShareView> stops) {
        var all = new Div();
        all.addClassName("read-already-block");
        if (stops.isEmpty()) {
            all.add(new Paragraph(Terms.text("consent.withdraw.nothing-stops")));
            return all;
        }
        var list = new UnorderedList();
        list.addClassNames("read-already");
        stops.forEach(share -> {
            var until = new Span(
                    Terms.of(share.current()) + ", " + Terms.text("consent.row.until", Terms.lastDay(share.until())));
            until.addClassName("row-detail");
            list.add(new ListItem(
                    new Span(Terms.text(
                            "consent.withdraw.share",
                            Terms.of(share.category()),
                            share.giver().name(),
                            share.recipient().name())),
                    until));
        });
        all.add(new Paragraph(Terms.text("consent.withdraw.stops", stops.size())), list);
        var hint = new Paragraph(Terms.text("consent.withdraw.hint"));
        hint.addClassName("hint");
        all.add(hint);
        return all;
    }

    private void blockParent() {
        askReason(
                "consent.block",
                why -> consents.blockParent(caseFile, why, purpose),
                Terms.text("consent.blocked.told"));
    }

    private void liftBlock() {
        askReason("consent.lift", why -> consents.liftBlock(caseFile, why, purpose), Terms.text("consent.lifted.told"));
    }

    private void askReason(String key, java.util.function.Consumer<String> act, String done) {
        var why = new TextArea(Terms.text(key + ".reason"));
        why.setHelperText(Terms.text("consent.reason.help", SHORTEST_REASON));
        why.setMaxLength(1000);
        why.setWidthFull();
        var dialog = new ActDialog(
                Terms.text(key + ".title"),
                Terms.text(key + ".verb"),
                () -> act.accept(why.getValue()),
                () -> tell(done));
        dialog.asking(new Paragraph(Terms.text(key + ".text")), why);
        dialog.open();
        why.focus();
    }

    private void tell(String words) {
        told.removeAll();
        told.add(new Paragraph(words));
        show();
    }
}
