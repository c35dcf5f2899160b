package nl.samenzicht.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.samenzicht.domain.indicator.IndicatorSet;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.indicator.WeightsService;
import nl.samenzicht.domain.indicator.WeightsService.Entered;
import nl.samenzicht.domain.indicator.WeightsService.Lists;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.RefusedPanel;

/** How much each indicator counts, version by version, and where the platform administrator enters the official list. */
@Route(value = "admin/weights", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://admin.css")
class WeightsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient WeightsService service;
    private final Div told = new Div();
    private final Div content = new Div();

    @Inject
    WeightsView(WeightsService service) {
        this.service = service;
        addClassNames("page", "admin", "weights-page");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
        content.addClassName("admin-content");
        var words = new Div(new H1(Terms.text("weights.title")), new Paragraph(Terms.text("weights.intro")));
        words.addClassName("page-words");
        add(words, told, content);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("weights.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        told.removeAll();
        show();
    }

    private void show() {
        content.removeAll();
        try {
            var lists = service.lists();
            var recorded =
                    new Paragraph(Terms.text("admin.recorded", lists.entry().value()));
            recorded.addClassName("hint");
            content.add(versions(lists), new WeightsForm(service, lists.last(), this::entered), recorded);
        } catch (AccessDenied refusal) {
            content.add(new RefusedPanel(refusal));
        }
    }

    private void entered(Entered entered) {
        show();
        told.setText(
                Terms.text("weights.entered", entered.version(), entered.entry().value()));
    }

    private static Section versions(Lists lists) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel", "admin-list");
        var newestFirst = new ArrayList<>(lists.versions());
        Collections.reverse(newestFirst);
        newestFirst.forEach(set -> rows.add(version(set, lists.today(), newestFirst)));
        var section = new Section(new H2(Terms.text("weights.versions.title")), rows);
        section.addClassName("admin-section");
        return section;
    }

    private static ListItem version(IndicatorSet set, IndicatorSet today, List<IndicatorSet> newestFirst) {
        var name = new Span(Terms.text("weights.version", set.version()));
        name.addClassName("row-title");
        var source = new Span(set.source());
        source.addClassName("row-detail");
        var words = new Div(name, source);
        words.addClassName("row-words");
        for (var profile : Profile.values()) {
            var line = new Span(known(set, profile));
            line.addClassName("row-detail");
            words.add(line);
        }
        var row = new ListItem(words, state(set, today, newestFirst));
        row.addClassName("row");
        return row;
    }

    private static String known(IndicatorSet set, Profile profile) {
        long all =
                set.weighedFor(profile).values().stream().mapToLong(List::size).sum();
        long provisional = set.provisional(profile);
        return provisional == 0
                ? Terms.text("weights.official", Terms.of(profile), all)
                : Terms.text("weights.provisional", Terms.of(profile), provisional, all);
    }

    private static Component state(IndicatorSet set, IndicatorSet today, List<IndicatorSet> newestFirst) {
        if (set.version() == today.version()) {
            return new Badge(Terms.text("weights.version.today"), Tone.GOOD);
        }
        var later = newestFirst.indexOf(set) < newestFirst.indexOf(today);
        return new Badge(
                Terms.text(later ? "weights.version.later" : "weights.version.past", Terms.day(set.validFrom())),
                Tone.QUIET);
    }
}
