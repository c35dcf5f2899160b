package nl.samenzicht.web.police;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.police.ProvisionService;
import nl.samenzicht.domain.police.ProvisionView;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CasePlace;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.PurposeName;

/** Brings provision decisions to what the police see of their own data in a case. */
@ApplicationScoped
class PoliceFeature implements CaseFeature {
    private final ProvisionService provisions;
    private final CaseFileService caseFiles;
    private final CurrentProfessional current;
    private final Clock clock;

    protected PoliceFeature() {
        this(null, null, null, null);
    }

    @Inject
    PoliceFeature(ProvisionService provisions, CaseFileService caseFiles, CurrentProfessional current, Clock clock) {
        this.provisions = provisions;
        this.caseFiles = caseFiles;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Component> actions(CasePlace place, SectionView section) {
        if (section.category() != DataCategory.CRIMINAL_JUSTICE
                || current.current().agencyType() != AgencyType.POLICE) {
            return List.of();
        }
        var decided = decisions(place);
        return place.overview().acts().contains(Action.RECORD_PROVISION)
                ? List.of(new Button(Terms.text("provision.record.label"), click -> record(place)), decided)
                : List.of(decided);
    }

    private void record(CasePlace place) {
        new ProvisionDialog(
                        choices(place.overview(), current.current().agency(), caseFiles.purposes()),
                        LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM),
                        decision -> provisions.decide(place.caseFile(), decision, place.purpose()),
                        id -> place.refresh())
                .open();
    }

    /** What may be chosen for a decision in this case. */
    static ProvisionDialog.Choices choices(CaseOverview card, AgencyId own, java.util.Set<Purpose> purposes) {
        return new ProvisionDialog.Choices(
                card.parties().stream()
                        .filter(PartyView::active)
                        .map(PartyView::agency)
                        .filter(agency -> !agency.id().equals(own))
                        .distinct()
                        .toList(),
                purposes,
                Optional.<AgencyCard>empty(),
                Optional.empty(),
                card.cooperation().until().map(Terms::lastDate));
    }

    private Component decisions(CasePlace place) {
        var block = new Div(new H3(Terms.text("provision.list.title")));
        block.addClassName("provisions");
        var own = provisions.own(place.caseFile(), place.purpose());
        if (own.isEmpty()) {
            block.add(new Paragraph(Terms.text("provision.list.nothing")));
            return block;
        }
        var list = new UnorderedList();
        list.addClassName("rows");
        own.forEach(provision -> list.add(row(provision)));
        block.add(list);
        return block;
    }

    private ListItem row(ProvisionView provision) {
        var decision = provision.decision();
        var over = !clock.instant().isBefore(decision.until());
        var title = new Span(Terms.text(
                "provision.row.title", Terms.of(decision.article()), decision.reference(), provision.recipientName()));
        title.addClassName("row-title");
        var facts = new Div(
                new PurposeName(decision.purpose()),
                new Span(Terms.of(decision.interest())),
                new Span(
                        Terms.text("provision.row.days", Terms.day(provision.from()), Terms.lastDay(decision.until()))),
                new Span(Terms.text(decision.onwardAllowed() ? "provision.row.onward" : "provision.row.not-onward")));
        facts.addClassName("share-facts");
        var words = new Div(title, facts);
        words.addClassName("row-words");
        var row = new ListItem(words);
        row.addClassName("row");
        if (over) {
            var badge = new Badge(Terms.text("provision.row.over"), Badge.Tone.QUIET);
            row.add(badge);
        }
        return row;
    }
}
