package nl.samenzicht.web.gap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.samenzicht.domain.gap.GapService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.NavigationEntry;
import nl.samenzicht.web.shell.WorkTiles;

/** The places of the reporting gap in the menu, and the nudge on the start page. */
@ApplicationScoped
class GapMenu implements WorkTiles {
    private static final Set<Function> REPORTING =
            EnumSet.of(Function.CARE_COORDINATOR, Function.CARE_WORKER, Function.DETECTIVE);
    private static final Set<Function> COUNTING = EnumSet.of(Function.POLICY_ADVISER, Function.REGISTRAR);

    private final GapService gap;

    protected GapMenu() {
        this(null);
    }

    @Inject
    GapMenu(GapService gap) {
        this.gap = gap;
    }

    private record Entry(
            int order, String label, VaadinIcon icon, Class<? extends Component> page, Set<Function> functions)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return functions.contains(who.function());
        }
    }

    @Produces
    NavigationEntry toReport() {
        return new Entry(136, "gap.menu.label", VaadinIcon.BULLSEYE, GapView.class, REPORTING);
    }

    @Produces
    NavigationEntry figures() {
        return new Entry(137, "gap.figures.menu", VaadinIcon.BAR_CHART_H, GapFiguresView.class, COUNTING);
    }

    @Override
    public int order() {
        return 121;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        if (!REPORTING.contains(who.function()) || !gap.isWork()) {
            return List.of();
        }
        int open = gap.toReport().size();
        return open == 0
                ? List.of()
                : List.of(new Tile(VaadinIcon.BULLSEYE, open, Terms.text("gap.tile", open), "gap", false));
    }
}
