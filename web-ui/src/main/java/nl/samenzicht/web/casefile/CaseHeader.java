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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.card.CaseCard;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature.CaseAct;
import nl.samenzicht.web.shell.Badge;

/** The head of the page of a case: what people call it, under which framework, who leads, and every clock that runs. */
class CaseHeader extends Header {
    private static final long serialVersionUID = 1L;

    CaseHeader() {
        addClassName("case-head");
    }

    void show(CaseCard card, Optional<Instant> emergencyUntil, List<CaseAct> acts) {
        var overview = card.overview();
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
        add(
                back,
                top,
                facts(overview),
                new ClockStrip(overview.name().id(), overview.purpose(), card.clocks(), emergencyUntil));
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
}
