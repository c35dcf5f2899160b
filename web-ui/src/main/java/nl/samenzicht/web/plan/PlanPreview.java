package nl.samenzicht.web.plan;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.plan.PlanService;
import nl.samenzicht.domain.plan.PlanView.ScoreView;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.casefile.ItemCard;
import nl.samenzicht.web.sharing.PreviewPart;

/** Shows goals and scores that would be given, as the plan shows them to who gets them. */
@ApplicationScoped
class PlanPreview implements PreviewPart {
    private final PlanService plans;

    protected PlanPreview() {
        this(null);
    }

    @Inject
    PlanPreview(PlanService plans) {
        this.plans = plans;
    }

    @Override
    public boolean shows(DataCategory category) {
        return category == DataCategory.PLAN;
    }

    @Override
    public List<Component> show(List<ItemView> items, AgencyId reader) {
        var shown = new ArrayList<Component>();
        plans.goalsIn(items, reader).forEach(goal -> shown.add(new GoalCard(goal, 3)));
        plans.scoresIn(items).stream()
                .collect(Collectors.groupingBy(ScoreView::owner, LinkedHashMap::new, Collectors.toList()))
                .forEach((owner, scores) -> shown.add(new ScoresTable(owner, scores)));
        items.stream()
                .filter(item -> item.kind() == ItemKind.FIELDS || item.kind() == ItemKind.NOTE)
                .forEach(item -> shown.add(new ItemCard(DataCategory.PLAN, item, (key, value) -> null, List.of())));
        return shown;
    }
}
