package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.ProvisionService;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareId;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.PurposeDialog;
import nl.samenzicht.web.consent.RecordConsentDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.police.ProvisionDialog;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;
import nl.samenzicht.web.worklist.CaseAddress;
import nl.samenzicht.web.worklist.CasePageTop;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/**
 * Composes a share: at the left what is given, at the right exactly what the recipient will see, rendered by the code that
 * will serve them. Each change of what they would see asks for a new preview, which is on record as a look.
 */
@Route(value = "cases/:caseFile/share", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
@StyleSheet("context://casefile.css")
@StyleSheet("context://plan.css")
class ComposeShareView extends Div
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle, ShareForm.World {
    private static final long serialVersionUID = 1L;

    private final transient CaseFileService caseFiles;
    private final transient ShareService shares;
    private final transient RequestService requests;
    private final transient ConsentService consents;
    private final transient ProvisionService provisions;
    private final transient Directory directory;
    private final transient CurrentProfessional current;
    private final transient WorkPurpose purposes;
    private final transient Clock clock;
    private final transient Instance<PreviewPart> parts;

    private final FormMessage message = new FormMessage();
    private final Button give = new Button();
    private final Div foot = new Div();
    private transient CaseAddress address;
    private transient CaseFileId caseFile;
    private transient Purpose purpose;
    private transient DataCategory category;
    private transient Optional<UUID> request = Optional.empty();
    private transient ActingProfessional who;
    private transient CaseOverview card;
    private transient ShareForm form;
    private transient SharePreviewPane pane;

    @Inject
    ComposeShareView(
            CaseFileService caseFiles,
            ShareService shares,
            RequestService requests,
            ConsentService consents,
            ProvisionService provisions,
            Directory directory,
            CurrentProfessional current,
            WorkPurpose purposes,
            Clock clock,
            @Any Instance<PreviewPart> parts) {
        this.caseFiles = caseFiles;
        this.shares = shares;
        this.requests = requests;
        this.consents = consents;
        this.provisions = provisions;
        this.directory = directory;
        this.current = current;
        this.purposes = purposes;
        this.clock = clock;
        this.parts = parts;
        addClassNames("page", "share-page");
        foot.addClassName("share-foot");
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        give.addClassName("share-give");
        give.setDisableOnClick(true);
        give.addClickListener(click -> {
            offer();
            give.setEnabled(true);
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("share.compose.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = new CaseAddress(event);
        caseFile = address.caseFile();
        category = address.category("category").orElseThrow(NotFoundException::new);
        purpose = purposes.orNow(address.purpose("purpose").orElse(Purpose.SUPPORT));
        request = address.number("request");
        who = current.current();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        MainLayout.around(this)
                .ifPresent(frame ->
                        frame.showPurpose(new PurposeChip(purpose.code(), Terms.of(purpose), this::askPurpose)));
        removeAll();
        try {
            card = caseFiles.view(caseFile, purpose);
        } catch (AccessDenied refusal) {
            if (refusal.told() == Reason.NOTHING_HERE || refusal.told() == Reason.NOT_PARTICIPATING) {
                throw new NotFoundException();
            }
            add(new RefusedPanel(refusal));
            return;
        }
        add(new CasePageTop(
                CaseFileNavigation.to(caseFile, purpose, category),
                Terms.text("share.compose.back"),
                Terms.text("share.compose.heading", Terms.of(category)),
                card.name().number() + " " + card.name().codeName()));
        try {
            compose(own(caseFiles.open(caseFile, category, purpose).items()));
        } catch (AccessDenied refusal) {
            add(new RefusedPanel(refusal));
        }
    }

    private void askPurpose() {
        PurposeDialog.choose(
                        caseFiles.purposes(),
                        purpose,
                        other -> CaseFileNavigation.go(ShareNavigation.compose(caseFile, other, category)))
                .open();
    }

    private static List<ItemView> own(List<ItemView> items) {
        return items.stream().filter(ItemView::own).toList();
    }

    private void compose(List<ItemView> items) {
        if (items.isEmpty()) {
            var nothing = new Paragraph(Terms.text("share.compose.nothing"));
            nothing.addClassName("empty-state");
            add(nothing);
            return;
        }
        pane = new SharePreviewPane(category, parts, new Ways());
        form = new ShareForm(this, category, items, asked());
        var panes = new Div(form, pane);
        panes.addClassName("share-panes");
        add(panes, foot);
        showOffer();
        form.begin();
    }

    /** What the address asks for: some of the items, a recipient, a purpose. */
    private ShareForm.Asked asked() {
        var chosen = address.value("items")
                .map(text -> Arrays.stream(text.split("\\."))
                        .filter(number -> number.matches("[0-9a-fA-F-]{36}"))
                        .map(number -> new ItemId(UUID.fromString(number)))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        var recipient = address.number("to")
                .flatMap(number -> recipients().stream()
                        .filter(agency -> agency.id().value().equals(number))
                        .findFirst());
        return new ShareForm.Asked(chosen, recipient, address.purpose("for").orElse(purpose));
    }

    @Override
    public List<AgencyCard> recipients() {
        return card.parties().stream()
                .filter(PartyView::active)
                .map(PartyView::agency)
                .filter(agency -> !agency.id().equals(who.agency()))
                .distinct()
                .toList();
    }

    @Override
    public List<ShareForm.Person> people(AgencyCard agency) {
        var parties = card.parties().stream()
                .filter(party -> party.active() && party.agency().equals(agency))
                .toList();
        var whole = parties.stream().anyMatch(party -> party.professional().isEmpty());
        var people = whole
                ? directory.professionalsOf(agency.id())
                : parties.stream()
                        .map(party -> party.professional().orElseThrow())
                        .toList();
        return people.stream()
                .filter(person -> person.functions().stream().anyMatch(function -> function.worksOnCases()))
                .map(person -> new ShareForm.Person(person.id(), person.displayName()))
                .toList();
    }

    @Override
    public Set<Purpose> purposes() {
        return caseFiles.purposes();
    }

    @Override
    public boolean police() {
        return who.agencyType() == AgencyType.POLICE;
    }

    @Override
    public CaseOverview card() {
        return card;
    }

    @Override
    public List<nl.samenzicht.domain.consent.ConsentView> consents() {
        return consents.of(caseFile, purpose);
    }

    @Override
    public List<nl.samenzicht.domain.police.ProvisionView> provisions() {
        return provisions.own(caseFile, purpose);
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM);
    }

    @Override
    public void recordConsent(Runnable after) {
        if (!card.acts().contains(Action.RECORD_CONSENT)) {
            pane.say(Terms.text("share.consent.not-yours"));
            return;
        }
        new RecordConsentDialog(
                        new RecordConsentDialog.Choices(
                                recipients(),
                                consents.parentBlocked(caseFile, purpose),
                                card.cooperation().until().map(Terms::lastDate)),
                        new RecordConsentDialog.Known(form.recipient(), form.purpose(), Optional.of(category)),
                        today(),
                        (question, granted, giver) -> consents.record(caseFile, question, granted, giver, purpose),
                        id -> after.run())
                .open();
    }

    @Override
    public void recordProvision(Runnable after) {
        new ProvisionDialog(
                        new ProvisionDialog.Choices(
                                recipients(),
                                caseFiles.purposes(),
                                form.recipient(),
                                form.purpose(),
                                card.cooperation().until().map(Terms::lastDate)),
                        today(),
                        decision -> provisions.decide(caseFile, decision, purpose),
                        id -> after.run())
                .open();
    }

    @Override
    public CaseFileId caseFile() {
        return caseFile;
    }

    @Override
    public void changed(boolean seenDiffers) {
        if (seenDiffers) {
            showPreview();
        }
        showOffer();
    }

    private void showPreview() {
        message.clear();
        var draft = form.draft();
        if (draft.isEmpty()) {
            pane.wait(form.missing());
            return;
        }
        pane.attempt(
                form.recipient().orElseThrow(),
                () -> pane.show(
                        shares.preview(draft.get(), purpose),
                        draft.get(),
                        form.recipient().orElseThrow()));
    }

    /** The last button says what happens; where it cannot happen, the pane says why and the button is not there. */
    private void showOffer() {
        foot.removeAll();
        var draft = form.draft();
        if (draft.isPresent() && pane.givable()) {
            give.setText(words(draft.get()));
            foot.add(give);
        }
        foot.add(new Anchor(CaseFileNavigation.to(caseFile, purpose, category), Terms.text("form.cancel")), message);
    }

    private String words(ShareDraft draft) {
        var whom = draft.recipientProfessional()
                .map(person -> form.personName(person))
                .orElseGet(() -> form.recipient().orElseThrow().name());
        var until = Terms.lastDay(draft.until());
        return draft.standing()
                ? Terms.text("share.give.standing", Terms.of(category), whom, until)
                : Terms.text("share.give.items", draft.items().size(), whom, until);
    }

    private void offer() {
        var draft = form.draft();
        if (draft.isEmpty()) {
            return;
        }
        var made = new ShareId[1];
        if (!message.attempt(() -> made[0] = shares.offer(draft.get()))) {
            return;
        }
        request.ifPresent(number -> answerRequest(number, draft.get().purpose()));
        CaseFileNavigation.go("shares?direction=out&done=offered&share=" + made[0]);
    }

    /** The asker hears that their question was answered; that a colleague did so already is no fault of this share. */
    private void answerRequest(UUID number, Purpose asked) {
        new FormMessage().attempt(() -> requests.answer(number, true, purposes.orNow(asked)));
    }

    /** What can be done about a refusal, from the place where it is said. */
    private final class Ways implements SharePreviewPane.Ways {
        @Override
        public Set<Purpose> purposes() {
            return caseFiles.purposes();
        }

        @Override
        public Set<nl.samenzicht.security.policy.Ground> grounds() {
            return form.draft().map(shares::possibleGrounds).orElse(Set.of());
        }

        @Override
        public boolean police() {
            return ComposeShareView.this.police();
        }

        @Override
        public void choose(Purpose other) {
            form.choose(other);
        }

        @Override
        public void choose(nl.samenzicht.security.policy.Ground other) {
            form.choose(other);
        }

        @Override
        public void recordConsent() {
            form.recordConsent();
        }

        @Override
        public void recordProvision() {
            form.recordProvision();
        }

        @Override
        public void withhold(String field, boolean leaveOut) {
            form.withhold(field, leaveOut);
        }

        @Override
        public Set<String> filled() {
            return form.filled();
        }
    }
}
