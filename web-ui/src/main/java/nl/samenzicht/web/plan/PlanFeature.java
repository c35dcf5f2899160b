package nl.samenzicht.web.plan;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.plan.PlanService;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.CasePlace;

/** Shows the category of the plan as a plan. */
@ApplicationScoped
class PlanFeature implements CaseFeature {
    private final PlanService plans;
    private final Directory directory;
    private final CurrentProfessional current;
    private final Clock clock;

    protected PlanFeature() {
        this(null, null, null, null);
    }

    @Inject
    PlanFeature(PlanService plans, Directory directory, CurrentProfessional current, Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<Component> middle(CasePlace place, DataCategory category) {
        return category == DataCategory.PLAN
                ? Optional.of(new PlanPanel(plans, directory, current.current().agency(), clock, place))
                : Optional.empty();
    }

    @Override
    public List<Component> side(CasePlace place) {
        return List.of(new CaseActions(
                place.card().actions(),
                LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM),
                CaseFileNavigation.to(place.caseFile(), place.purpose(), DataCategory.PLAN)));
    }
}
