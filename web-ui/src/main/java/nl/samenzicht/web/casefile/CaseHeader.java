package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature.CaseAct;
import nl.samenzicht.web.shell.Badge;

/** The head of the page of a case: what people call it, under which framework, who leads, and every clock that runs. */
class CaseHeader extends Header {
    private static final long serialVersionUID = 1L;
    private static final int SOON_DAYS = 21;

    CaseHeader() {
        addClassName("case-head");
    }

    void show(CaseOverview overview, Optional<Instant> ownEnd, Optional<Instant> emergencyUntil, List<CaseAct> acts) {
        removeAll();
        var name = new H1(overview.name().codeName());
        var number = new Span(overview.name().number());
        number.addClassName("case-number");
        var title = new Div(name, number);
        title.addClassName("case-title");
        if (overview.status() == CaseStatus.CLOSED) {
            title.add(new Badge(Terms.of(overview.status()), Badge.Tone.WARN));
        }
        var back = new Anchor(CaseListView.lastAddress(), Terms.text("case.back"));
        back.addComponentAsFirst(VaadinIcon.ARROW_LEFT.create());
        back.addClassName("case-back");
        var top = new Div(title);
        top.addClassName("case-top");
        if (!acts.isEmpty()) {
            top.add(menu(acts));
        }
        add(back, top, facts(overview), clocks(overview, ownEnd, emergencyUntil));
    }

    /** Takes the acts away: they belong to a state of the case that does not hold any more. */
    void clearActs() {
        getChildren()
                .flatMap(Component::getChildren)
                .filter(MenuBar.class::isInstance)
                .toList()
                .forEach(menu -> menu.getElement().removeFromParent());
    }

    private static Component menu(List<CaseAct> acts) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        bar.addClassName("case-menu");
        SubMenu menu = bar.addItem(Terms.text("case.menu.label")).getSubMenu();
        acts.forEach(act -> menu.addItem(act.label(), click -> act.begin().run()));
        return bar;
    }

    private static Component facts(CaseOverview overview) {
        var facts = new UnorderedList();
        facts.addClassName("case-facts");
        var framework = Terms.of(overview.cooperation().framework());
        var protocol = overview.cooperation().protocol();
        facts.add(
                new ListItem(protocol.isEmpty() ? framework : framework + ": " + protocol),
                new ListItem(Terms.text("case.head.lead", overview.lead().name())),
                new ListItem(Terms.text("case.head.opened", Terms.day(overview.openedAt()))));
        overview.closedAt()
                .ifPresent(closed -> facts.add(new ListItem(Terms.text("case.head.closed", Terms.day(closed)))));
        return facts;
    }

    private static Component clocks(CaseOverview overview, Optional<Instant> ownEnd, Optional<Instant> emergencyUntil) {
        var clocks = new UnorderedList();
        clocks.addClassName("case-clocks");
        clocks.getElement().setAttribute("aria-label", Terms.text("clock.label"));
        emergencyUntil.ifPresent(until -> {
            var left = new Span();
            left.getElement()
                    .setAttribute("data-until", Long.toString(until.toEpochMilli()))
                    .setAttribute("data-left", Terms.text("clock.left"));
            var clock = new ListItem(new Span(Terms.text("clock.emergency", Terms.time(until))), left);
            clock.addClassNames("clock", "clock-emergency");
            clocks.add(clock);
        });
        overview.cooperation()
                .until()
                .ifPresent(until -> clocks.add(clock(until, "clock.framework", "clock.framework.ended")));
        ownEnd.ifPresent(until -> clocks.add(clock(until, "clock.participation", "clock.participation.ended")));
        return clocks;
    }

    private static ListItem clock(Instant until, String runs, String ended) {
        var left = Duration.between(Instant.now(), until);
        var clock = new ListItem(Terms.text(left.isNegative() ? ended : runs, Terms.lastDay(until)));
        clock.addClassName("clock");
        if (left.toDays() < SOON_DAYS) {
            clock.addClassName("clock-soon");
            if (!left.isNegative()) {
                clock.add(new Span(Terms.text("clock.days", left.toDays() + 1)));
            }
        }
        return clock;
    }
}
