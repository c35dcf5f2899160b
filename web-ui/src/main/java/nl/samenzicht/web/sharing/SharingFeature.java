package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.sharing.RequestService;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.domain.sharing.ShareState;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CasePlace;
import nl.samenzicht.web.worklist.WorkPurpose;

/** Brings giving, getting and asking to the page of a case. */
@ApplicationScoped
class SharingFeature implements CaseFeature {
    private final ShareService shares;
    private final RequestService requests;
    private final CurrentProfessional current;
    private final WorkPurpose purpose;

    protected SharingFeature() {
        this(null, null, null, null);
    }

    @Inject
    SharingFeature(ShareService shares, RequestService requests, CurrentProfessional current, WorkPurpose purpose) {
        this.shares = shares;
        this.requests = requests;
        this.current = current;
        this.purpose = purpose;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Component> actions(CasePlace place, SectionView section) {
        var actions = new ArrayList<Component>();
        if (section.category() != DataCategory.BSN && section.items().stream().anyMatch(ItemView::own)) {
            var give = new Anchor(
                    ShareNavigation.compose(place.caseFile(), place.purpose(), section.category()),
                    Terms.text("share.compose.label"));
            give.addClassName("button-link");
            actions.add(give);
        }
        if (section.items().stream().allMatch(ItemView::own) && mayAsk(place)) {
            actions.add(new Button(Terms.text("request.ask.label"), click -> ask(place, section.category(), false)));
        }
        return actions;
    }

    @Override
    public List<Component> side(CasePlace place) {
        return List.of(new CaseShares(shares, purpose, place));
    }

    @Override
    public List<String> accountability(CasePlace place, SectionView section, ItemView item) {
        return item.own()
                ? place.card().shares().stream()
                        .filter(share -> share.outgoing()
                                && share.takesIn(section.category(), item.id().value()))
                        .map(SharingFeature::sharedWith)
                        .toList()
                : List.of();
    }

    private static String sharedWith(ShareView share) {
        return Terms.text(
                share.current() == ShareState.OFFERED ? "item.offered-to" : "item.shared-with",
                share.recipientProfessional()
                        .map(ProfessionalCard::displayName)
                        .orElse(share.recipient().name()),
                Terms.lastDay(share.until()));
    }

    @Override
    public Optional<CaseAct> help(CasePlace place, DataCategory category, Step step) {
        var helps = switch (step.kind()) {
            case REQUEST_SHARE, REQUEST_PROVISION, REQUEST_POLICE_CONSENT, OBTAIN_CONSENT -> true;
            default -> false;
        };
        if (!helps || place.overview() == null || !mayAsk(place)) {
            return Optional.empty();
        }
        var police = step.kind() == Step.Kind.REQUEST_PROVISION || step.kind() == Step.Kind.REQUEST_POLICE_CONSENT;
        return Optional.of(new CaseAct(Terms.text("request.ask.label"), () -> ask(place, category, police)));
    }

    private boolean mayAsk(CasePlace place) {
        return place.overview().acts().contains(Action.REQUEST_ACCESS)
                && !others(place).isEmpty();
    }

    private void ask(CasePlace place, DataCategory category, boolean police) {
        var agencies = others(place);
        var first = agencies.stream()
                .filter(agency -> police
                        ? agency.type() == AgencyType.POLICE
                        : agency.equals(place.overview().lead()))
                .findFirst();
        new RequestDialog(
                        agencies,
                        first,
                        category,
                        place.purpose(),
                        (whom, why) -> requests.ask(place.caseFile(), category, whom.id(), why, place.purpose()))
                .open();
    }

    private List<AgencyCard> others(CasePlace place) {
        var own = current.current().agency();
        return place.overview().parties().stream()
                .filter(PartyView::active)
                .map(PartyView::agency)
                .filter(agency -> !agency.id().equals(own))
                .distinct()
                .toList();
    }
}
