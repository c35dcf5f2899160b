package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;

/** The categories of a case with how each stands for this purpose; each is a link, so that a new tab works as well. */
class CategoryRail extends Nav {
    private static final long serialVersionUID = 1L;

    private final Map<DataCategory, Anchor> links = new EnumMap<>(DataCategory.class);

    CategoryRail() {
        addClassName("case-rail");
        setAriaLabel(Terms.text("case.rail.label"));
    }

    void show(CaseOverview overview, Optional<DataCategory> open) {
        removeAll();
        links.clear();
        var list = new UnorderedList();
        list.getElement().setAttribute("data-arrows", true);
        Arrays.stream(DataCategory.values())
                .filter(DataCategory::isContent)
                .forEach(category -> list.add(new ListItem(link(overview, category))));
        add(list);
        mark(open);
    }

    /** Marks the category that is open. */
    void mark(Optional<DataCategory> open) {
        links.forEach((category, link) -> {
            if (open.filter(category::equals).isPresent()) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Anchor link(CaseOverview overview, DataCategory category) {
        var state = Optional.ofNullable(overview.sections().get(category)).orElseGet(SectionState.Empty::new);
        var name = new Span(Terms.of(category));
        name.addClassName("rail-name");
        var words = new Span(words(state));
        words.addClassName("rail-state");
        var link = new Anchor(CaseFileNavigation.to(overview.name().id(), overview.purpose(), category), name, words);
        link.addClassName("rail-item");
        link.getElement().setAttribute("data-state", code(state)).setAttribute("data-category", category.code());
        links.put(category, link);
        return link;
    }

    private static String code(SectionState state) {
        if (state instanceof SectionState.Open open) {
            return open.own() == 0 ? "shared" : "open";
        }
        return state instanceof SectionState.Refused ? "refused" : "empty";
    }

    /** How a category stands, in words. */
    static String words(SectionState state) {
        if (state instanceof SectionState.Open open) {
            if (open.shared() == 0) {
                return Terms.text("section.state.own", open.own());
            }
            return open.own() == 0
                    ? Terms.text("section.state.shared", open.shared())
                    : Terms.text("section.state.both", open.own(), open.shared());
        }
        if (state instanceof SectionState.Refused refused) {
            return Terms.text(
                    switch (refused.told()) {
                        case CONSENT_MISSING, CONSENT_WITHDRAWN -> "section.state.consent";
                        case MEDICAL_SECRECY -> "section.state.secrecy";
                        case NOT_SHARED -> "section.state.not-shared";
                        case SHARE_ENDED -> "section.state.ended";
                        case FRAMEWORK_ENDED -> "section.state.framework";
                        case SECOND_FACTOR_MISSING -> "section.state.second-factor";
                        default -> "section.state.refused";
                    });
        }
        return Terms.text("section.state.empty");
    }
}
