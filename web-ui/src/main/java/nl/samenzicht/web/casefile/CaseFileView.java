package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.card.CaseCard;
import nl.samenzicht.domain.card.CaseCardService;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.ParticipationService;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.emergency.BreakGlassService;
import nl.samenzicht.domain.lease.LeaseKeeper;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature.CaseAct;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;

/**
 * The page of one case for one purpose: its head, the categories, one of them open, and who takes part. The card is read
 * when the page is entered, when the purpose changes and after an act; opening a category reads that category alone.
 */
@Route(value = "cases/:caseFile", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
class CaseFileView extends Div
        implements BeforeEnterObserver,
                AfterNavigationObserver,
                BeforeLeaveObserver,
                HasDynamicTitle,
                CasePlace,
                PageLease.Page {
    private static final long serialVersionUID = 1L;
    private static final String OPEN = "open";

    private final transient CaseFileService caseFiles;
    private final transient CaseCardService cards;
    private final transient BreakGlassService emergencies;
    private final transient LeaseKeeper leases;
    private final transient SessionWatch sessions;
    private final transient ParticipationService participations;
    private final transient Directory directory;
    private final transient CurrentProfessional current;
    private final transient Instance<CaseFeature> features;
    private final transient Clock clock;

    private final CaseHeader head = new CaseHeader();
    private final CategoryRail rail = new CategoryRail();
    private final Section middle = new Section();
    private final Aside side = new Aside();
    private final Div columns = new Div(rail, middle, side);
    private final CaseTabs tabs = new CaseTabs(columns);

    private transient ActingProfessional who;
    private transient Set<Purpose> possible = Set.of();
    private transient CaseFileId caseFile;
    private transient Purpose purpose;
    private transient CaseCard card;
    private transient AccessDenied refused;
    private transient Optional<DataCategory> opened = Optional.empty();
    private transient PageLease lease;
    private transient SectionPanel panel;
    private transient MainLayout frame;
    private boolean stale;
    private boolean moved;

    @Inject
    CaseFileView(
            CaseFileService caseFiles,
            CaseCardService cards,
            ParticipationService participations,
            BreakGlassService emergencies,
            Directory directory,
            LeaseKeeper leases,
            SessionWatch sessions,
            CurrentProfessional current,
            Clock clock,
            @Any Instance<CaseFeature> features) {
        this.caseFiles = caseFiles;
        this.cards = cards;
        this.emergencies = emergencies;
        this.leases = leases;
        this.sessions = sessions;
        this.participations = participations;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
        this.features = features;
        addClassNames("page", "case-page");
        columns.addClassName("case-columns");
        middle.addClassName("case-middle");
        side.addClassName("case-side");
        side.getElement().setAttribute("aria-label", Terms.text("case.side.label"));
        add(head, tabs, columns);
    }

    @Override
    public String getPageTitle() {
        return card == null
                ? Terms.text("case.page.title")
                : overview().name().number() + " " + overview().name().codeName();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        who = current.current();
        var wanted = event.getRouteParameters().get("caseFile").flatMap(CaseFileView::numberOf);
        possible = caseFiles.purposes();
        var forPurpose =
                Purposes.named(event.getLocation(), possible).or(() -> Purposes.usual(who.function(), possible));
        if (wanted.isEmpty() || forPurpose.isEmpty()) {
            event.rerouteToError(new CaseMissing.NoSuchCase(), "");
            return;
        }
        moved = card != null && !categoryOf(event).equals(opened);
        var same = card != null && !stale && wanted.get().equals(caseFile) && forPurpose.get() == purpose;
        var other = !wanted.get().equals(caseFile);
        caseFile = wanted.get();
        purpose = forPurpose.get();
        if (other) {
            getUI().ifPresent(this::hold);
        }
        opened = categoryOf(event);
        if (!same && !readCard()) {
            event.rerouteToError(new CaseMissing.NoSuchCase(), "");
        }
    }

    private static Optional<CaseFileId> numberOf(String text) {
        try {
            return Optional.of(new CaseFileId(UUID.fromString(text)));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<DataCategory> categoryOf(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(OPEN)
                .flatMap(code -> Arrays.stream(DataCategory.values())
                        .filter(category ->
                                category.isContent() && category.code().equals(code))
                        .findFirst());
    }

    /** Reads the card; a case that may not be known of gives false, any other refusal is kept to be shown. */
    private boolean readCard() {
        card = null;
        refused = null;
        stale = false;
        try {
            card = cards.read(caseFile, purpose);
        } catch (AccessDenied denied) {
            if (denied.told() == Reason.NOTHING_HERE || denied.told() == Reason.NOT_PARTICIPATING) {
                return false;
            }
            refused = denied;
        }
        return true;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showPurpose();
        if (refused != null) {
            showRefusedCard();
            return;
        }
        showCard();
        showOpened();
    }

    private void showPurpose() {
        frame = MainLayout.around(this).orElse(frame);
        if (frame != null) {
            frame.showPurpose(new PurposeChip(purpose.code(), Terms.of(purpose), this::askPurpose));
        }
    }

    private void askPurpose() {
        PurposeDialog.choose(possible, purpose, this::choose).open();
    }

    private void showRefusedCard() {
        head.removeAll();
        rail.removeAll();
        side.removeAll();
        tabs.setVisible(false);
        middle.removeAll();
        middle.add(new H2(Terms.text("case.refused.title")), refusal(refused, DataCategory.CASE_HEADER));
    }

    private void showCard() {
        tabs.setVisible(true);
        var emergency = emergencyUntil();
        head.show(card, emergency, acts());
        clearAt(Stream.concat(emergency.stream(), ownEnd().stream()).min(Comparator.naturalOrder()));
        rail.show(overview(), opened);
        showSide();
    }

    /**
     * When the emergency or the participation ends, what it opened leaves the page without anybody doing anything. The lease
     * stays, for it knows which acts of the page itself are still to be told of.
     */
    private void clearAt(Optional<Instant> end) {
        if (lease != null) {
            lease.until(end, sessions);
        }
    }

    private void showSide() {
        side.removeAll();
        side.add(new PartiesPanel(overview(), partyActs()::ending));
        eachFeature().forEach(feature -> guarded(() -> side.add(feature.side(this))));
        side.add(new LooksPanel(card.looks()));
    }

    /** A block of a feature that fails or may not be seen leaves the rest of the page standing. */
    private void guarded(Runnable block) {
        try {
            block.run();
        } catch (AccessDenied notForThem) {
            // the column shows what there is; a refusal belongs where somebody asked for something
        } catch (NotSignedIn ended) {
            throw ended;
        } catch (RuntimeException failure) {
            side.add(Panels.failed(failure, this::refresh));
        }
    }

    private List<CaseFeature> eachFeature() {
        return features.stream()
                .sorted(Comparator.comparingInt(CaseFeature::order))
                .toList();
    }

    private Optional<Instant> ownEnd() {
        return overview().parties().stream()
                .filter(party -> party.active() && isOurs(party))
                .map(PartyView::until)
                .max(Comparator.naturalOrder())
                .filter(until -> !until.equals(ResourceFacts.NO_END));
    }

    private boolean isOurs(PartyView party) {
        return party.agency().id().equals(who.agency())
                && party.professional()
                        .map(person -> person.id().equals(who.professional()))
                        .orElse(true);
    }

    private Optional<Instant> emergencyUntil() {
        return overview().emergency() ? emergencies.openUntil(caseFile) : Optional.empty();
    }

    private List<CaseAct> acts() {
        var acts = new ArrayList<CaseAct>();
        eachFeature().forEach(feature -> acts.addAll(feature.acts(this)));
        acts.addAll(partyActs().acts());
        return acts;
    }

    private PartyActs partyActs() {
        return new PartyActs(participations, directory, this, who, this::duringOwn);
    }

    private void duringOwn(Optional<DataCategory> category, Runnable act) {
        if (lease == null) {
            act.run();
        } else {
            lease.expecting(category, act);
        }
    }

    private void showOpened() {
        middle.removeAll();
        panel = null;
        rail.mark(opened);
        if (opened.isEmpty()) {
            tabs.show(CaseTabs.Part.PARTS);
            showBeginning();
            return;
        }
        tabs.show(CaseTabs.Part.CONTENT);
        var category = opened.get();
        var title = new H2(Terms.of(category));
        title.addClassName("section-title");
        title.getElement().setAttribute("tabindex", "-1");
        middle.add(title, content(category));
        if (moved) {
            title.getElement().callJsFunction("focus");
        }
    }

    private Component content(DataCategory category) {
        try {
            for (var feature : eachFeature()) {
                var own = feature.middle(this, category);
                if (own.isPresent()) {
                    return own.get();
                }
            }
            return section(caseFiles.open(caseFile, category, purpose));
        } catch (AccessDenied denied) {
            return denied.told() == Reason.NOTHING_HERE && denied.entry().isPresent()
                    ? section(nothing(category, denied))
                    : refusal(denied, category);
        } catch (NotSignedIn ended) {
            throw ended;
        } catch (RuntimeException failure) {
            return Panels.failed(failure, this::refresh);
        }
    }

    /** A refusal that would betray something: the value that an empty category has, so that it looks no different. */
    private SectionView nothing(DataCategory category, AccessDenied denied) {
        return new SectionView(
                caseFile,
                category,
                purpose,
                List.of(),
                caseFiles.mayRecord(caseFile, category, purpose),
                denied.entry().orElseThrow().code(),
                clock.instant());
    }

    private Component section(SectionView section) {
        var actions = new ArrayList<Component>();
        eachFeature().forEach(feature -> actions.addAll(feature.actions(this, section)));
        panel = new SectionPanel(
                section, new ItemActs(caseFiles, this, who, this::duringOwn, this::accountability), actions);
        if (section.category() == DataCategory.SECRET_LOCATION) {
            addNeedToKnow(section);
        }
        return panel;
    }

    private List<String> accountability(SectionView section, ItemView item) {
        return eachFeature().stream()
                .flatMap(feature -> feature.accountability(this, section, item).stream())
                .toList();
    }

    private void addNeedToKnow(SectionView section) {
        var named = new NeedToKnowPanel(caseFiles, directory, this, who);
        panel.addAbove(named.waiting(section));
        section.items().stream()
                .filter(ItemView::own)
                .forEach(item -> panel.addTo(item.id(), named.list(section, item.id())));
    }

    private Component refusal(AccessDenied denied, DataCategory category) {
        return new RefusalPanel(denied, possible, step -> way(category, step));
    }

    private Optional<CaseAct> way(DataCategory category, Step step) {
        return switch (step.kind()) {
            case CHOOSE_PURPOSE, ASK_FOR_PURPOSE -> {
                var other = Purpose.valueOf(step.term());
                yield Optional.of(
                        new CaseAct(Terms.text("step.CHOOSE_PURPOSE.act", Terms.of(other)), () -> choose(other)));
            }
            case USE_SECOND_FACTOR ->
                Optional.of(new CaseAct(
                        Terms.text("step.USE_SECOND_FACTOR.act"),
                        () -> UI.getCurrent().navigate("account")));
            case BREAK_GLASS ->
                Optional.of(new CaseAct(
                        Terms.text("step.BREAK_GLASS.act"),
                        () -> new BreakGlassDialog(emergencies, caseFile, () -> choose(Purpose.ACUTE_SAFETY)).open()));
            default ->
                eachFeature().stream()
                        .flatMap(feature -> feature.help(this, category, step).stream())
                        .findFirst();
        };
    }

    /** Nothing chosen yet: what can be done now. */
    private void showBeginning() {
        middle.add(new CaseBeginning(overview()));
    }

    /** Somebody who goes away from a form with something in it is asked first. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (panel == null || !panel.hasDraft()) {
            return;
        }
        var going = event.postpone();
        var question = new Dialog();
        question.setHeaderTitle(Terms.text("item.draft.title"));
        question.setWidth("480px");
        question.add(new Paragraph(Terms.text("item.draft.text")));
        var leave = new Button(Terms.text("item.draft.leave"), click -> {
            question.close();
            panel.dropDraft();
            going.proceed();
        });
        var stay = new Button(Terms.text("item.draft.stay"), click -> {
            question.close();
            going.cancel();
        });
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        question.getFooter().add(leave, stay);
        question.setCloseOnOutsideClick(false);
        question.setCloseOnEsc(false);
        question.open();
        stay.focus();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript("casefile.js");
        hold(event.getUI());
    }

    private void hold(UI ui) {
        release();
        if (who != null && caseFile != null) {
            lease = new PageLease(ui, caseFile, who, this).hold(leases, sessions);
        }
    }

    private void release() {
        if (lease != null) {
            lease.release();
            lease = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        release();
        if (frame != null) {
            frame.hidePurpose();
        }
        super.onDetach(event);
    }

    @Override
    public void cleared(Optional<DataCategory> category) {
        if (category.isPresent() && !opened.equals(category)) {
            return;
        }
        stale = true;
        empty(Panels.stale(this::refresh));
        keepTitle();
        if (category.isEmpty()) {
            side.removeAll();
            head.clearActs();
        }
    }

    @Override
    public void ended() {
        release();
        card = null;
        head.removeAll();
        rail.removeAll();
        side.removeAll();
        empty(Panels.ended());
    }

    private void keepTitle() {
        opened.ifPresent(category -> {
            var title = new H2(Terms.of(category));
            title.addClassName("section-title");
            middle.addComponentAsFirst(title);
        });
    }

    /** What the middle holds leaves the page at once, with every dialog: each may show something of the same. */
    private void empty(Component instead) {
        closeDialogs();
        panel = null;
        middle.removeAll();
        middle.add(instead);
    }

    private void closeDialogs() {
        getUI().ifPresent(ui -> ui.getChildren()
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .toList()
                .forEach(dialog -> {
                    dialog.removeAll();
                    dialog.close();
                }));
    }

    @Override
    public CaseFileId caseFile() {
        return caseFile;
    }

    @Override
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public CaseCard card() {
        return card;
    }

    @Override
    public void refresh() {
        if (!readCard()) {
            getUI().ifPresent(ui -> ui.getPage().reload());
            return;
        }
        if (refused != null) {
            showRefusedCard();
            return;
        }
        showCard();
        showOpened();
    }

    @Override
    public void open(DataCategory category) {
        if (opened.filter(category::equals).isPresent()) {
            showOpened();
        } else {
            CaseFileNavigation.go(CaseFileNavigation.to(caseFile, purpose, category));
        }
    }

    @Override
    public void choose(Purpose other) {
        CaseFileNavigation.go(opened.map(category -> CaseFileNavigation.to(caseFile, other, category))
                .orElseGet(() -> CaseFileNavigation.to(caseFile, other)));
    }
}
