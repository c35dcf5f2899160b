package nl.samenzicht.web.clock;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Optional;
import nl.samenzicht.domain.residence.ReflectionGround;
import nl.samenzicht.domain.residence.Route;
import nl.samenzicht.domain.residence.RouteTerms;
import nl.samenzicht.web.Terms;

/** The residence route as it is recorded: what was done, in order, and where it stands. */
class RoutePanel extends Div {
    private static final long serialVersionUID = 1L;

    private final OrderedList steps = new OrderedList();

    RoutePanel(Route route) {
        addClassName("route");
        steps.addClassName("route-steps");
        steps.getElement().setAttribute("aria-label", Terms.text("route.title"));
        route.from().ifPresent(from -> {
            var ground = route.ground().orElse(ReflectionGround.STANDARD);
            step(Terms.of(ground), Terms.text("route.from-through", Terms.day(from), day(route.lastDay())));
        });
        route.endedBy().ifPresent(by -> step(Terms.of(by), day(route.endedOn())));
        route.answer().ifPresent(answer -> step(Terms.of(answer), day(route.answeredOn())));
        route.m55On().ifPresent(sent -> step(Terms.text("route.step.SEND_M55"), Terms.day(sent)));
        if (route.permitUntil().isPresent()) {
            step(Terms.text("route.permit"), Terms.text("clock.through", day(route.permitUntil())));
        }
        route.sequel().ifPresent(sequel -> step(Terms.of(sequel), day(route.sequelOn())));
        var stage = new Paragraph(Terms.text("route.stage", Terms.of(route.stage())));
        stage.addClassName("route-stage");
        add(stage, steps);
        steps.setVisible(steps.getChildren().findAny().isPresent());
        route.from().filter(RouteTerms::knownOn).ifPresent(from -> {
            var source = new Paragraph(Terms.text(
                    "route.source",
                    RouteTerms.sourceOfReflection(route.ground().orElse(ReflectionGround.STANDARD), from)));
            source.addClassName("hint");
            add(source);
        });
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Terms::day).orElse("");
    }

    private void step(String what, String when) {
        var name = new Span(what);
        name.addClassName("route-what");
        var day = new Span(when);
        day.addClassName("route-day");
        steps.add(new ListItem(name, day));
    }
}
