package nl.samenzicht.web.clock;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.clock.RouteService;
import nl.samenzicht.domain.residence.Route;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CasePlace;
import nl.samenzicht.web.forms.ActDialog;

/** Shows the residence route above what is recorded of residence, with the button that records its next step. What somebody may not see is drawn like what is not there. */
@ApplicationScoped
class ResidenceFeature implements CaseFeature {
    private final RouteService routes;
    private final Clock clock;

    protected ResidenceFeature() {
        this(null, null);
    }

    @Inject
    ResidenceFeature(RouteService routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public List<Component> actions(CasePlace place, SectionView section) {
        if (section.category() != DataCategory.RESIDENCE) {
            return List.of();
        }
        var own = RouteService.ownItem(section);
        var route = Route.of(own.map(item -> item.content().values()).orElse(Map.of()));
        var step = new Button(
                Terms.text("route.button"), VaadinIcon.ROAD_BRANCHES.create(), click -> ask(place, section, route));
        step.addClassName("route-step");
        var shown = route.equals(Route.none()) ? Route.of(ItemView.said(section.items())) : route;
        var panel = new RoutePanel(shown);
        if (section.mayRecord() && !route.next().isEmpty()) {
            panel.add(step);
        }
        return shown.equals(Route.none()) && !section.mayRecord() ? List.of() : List.of(panel);
    }

    private void ask(CasePlace place, SectionView section, Route route) {
        var form = new StepForm(route, LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM));
        new ActDialog(
                        Terms.text("route.act"),
                        Terms.text("route.save"),
                        () -> routes.record(section, form.step()),
                        place::refresh)
                .asking(form)
                .open();
    }
}
