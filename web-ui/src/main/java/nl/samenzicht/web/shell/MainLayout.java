package nl.samenzicht.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.HeldFunction;
import nl.samenzicht.web.signin.Languages;
import nl.samenzicht.web.signin.SessionActions;

/** The frame: the bar with the purpose and oneself, the menu, and the page in the middle. */
public class MainLayout extends AppLayout {
    private static final long serialVersionUID = 1L;

    private final transient SessionActions actions;
    private final Div purpose = new Div();
    private final Main page = new Main();

    @Inject
    MainLayout(
            CurrentProfessional current,
            Directory directory,
            SessionActions actions,
            @Any Instance<NavigationEntry> entries) {
        this.actions = actions;
        var who = current.current();
        addClassName("shell");
        setPrimarySection(Section.NAVBAR);
        purpose.addClassName("purpose-place");
        page.setId("page");
        page.getElement().setAttribute("tabindex", "-1");
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu.label"));
        var bar = new Header(skipLink(), toggle, brand(), purpose, me(who, directory));
        bar.addClassName("bar");
        addToNavbar(bar);
        addToDrawer(new Scroller(menu(who, entries)));
        new IdleWatch(actions).attachTo(this);
        addToDrawer(new Shortcuts());
    }

    /** Returns the frame that a component stands in. */
    public static Optional<MainLayout> around(Component component) {
        return component
                .getParent()
                .flatMap(parent -> parent instanceof MainLayout frame ? Optional.of(frame) : around(parent));
    }

    /** Shows for which purpose is worked here. */
    public void showPurpose(PurposeChip chip) {
        purpose.removeAll();
        purpose.add(chip);
        getElement().setAttribute("data-purpose", chip.code());
    }

    /** Shows no purpose: outside a case there is none. */
    public void hidePurpose() {
        purpose.removeAll();
        getElement().removeAttribute("data-purpose");
    }

    private Component skipLink() {
        var link = new Anchor("#page", getTranslation("shell.skip.label"));
        link.setRouterIgnore(true);
        link.addClassName("skip-link");
        return link;
    }

    private Component brand() {
        var mark = new Image("icon.svg", "");
        mark.addClassName("brand-mark");
        var link =
                new Anchor("", new com.vaadin.flow.component.Component[] {mark, new Span(getTranslation("app.name"))});
        link.addClassName("brand");
        link.setAriaLabel(getTranslation("app.name"));
        return link;
    }

    private Component menu(ActingProfessional who, Instance<NavigationEntry> entries) {
        var menu = new SideNav();
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu.label"));
        entries.stream()
                .filter(entry -> entry.isFor(who))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .forEach(entry -> menu.addItem(new SideNavItem(
                        getTranslation(entry.label()),
                        entry.page(),
                        entry.icon().create())));
        return menu;
    }

    private Component me(ActingProfessional who, Directory directory) {
        var card = directory.professional(who.professional());
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.addClassName("me");
        var name = new Span(card.displayName());
        name.addClassName("me-name");
        var function = new Span(getTranslation("function." + who.function().name())
                + ", "
                + directory.agency(who.agency()).name());
        function.addClassName("me-function");
        var lines = new Div(name, function);
        lines.addClassName("me-lines");
        MenuItem me = bar.addItem(new Div(VaadinIcon.USER.create(), lines));
        me.getElement().setAttribute("aria-label", getTranslation("shell.me.label", card.displayName()));
        var menu = me.getSubMenu();
        for (HeldFunction held : directory.functionsOf(who.professional())) {
            if (held.function() != who.function()) {
                menu.addItem(
                        getTranslation(
                                "shell.function.change",
                                getTranslation("function." + held.function().name())),
                        click -> actions.changeFunction(held.holding()));
            }
        }
        menu.addItem(getTranslation("shell.account.label"), click -> actions.openAccount());
        menu.addItem(getTranslation("shell.language.other"), click -> Languages.chooseOther());
        menu.addItem(
                getTranslation("shell.theme.other"),
                click -> getElement().executeJs("window.samenzichtTheme && window.samenzichtTheme.toggle()"));
        menu.addItem(
                getTranslation("shell.keys.title"),
                click -> getElement().executeJs("window.samenzichtKeys && window.samenzichtKeys.show()"));
        menu.addItem(getTranslation("shell.sign-out.label"), click -> actions.signOut());
        return bar;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.removeAll();
        page.getElement().appendChild(content.getElement());
        setContent(page);
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        page.removeAll();
    }
}
