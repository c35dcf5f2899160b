package nl.samenzicht.web.elsewhere;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.domain.elsewhere.ReceivedQuestion;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.NavigationEntry;
import nl.samenzicht.web.shell.WorkTiles;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The place in the menu for questions, and the tile for those that wait for an answer. */
@ApplicationScoped
class ElsewhereMenu implements WorkTiles {
    private final KnownElsewhereService elsewhere;
    private final WorkPurpose purpose;

    protected ElsewhereMenu() {
        this(null, null);
    }

    @Inject
    ElsewhereMenu(KnownElsewhereService elsewhere, WorkPurpose purpose) {
        this.elsewhere = elsewhere;
        this.purpose = purpose;
    }

    private record Entry(int order, String label, VaadinIcon icon, Class<? extends Component> page)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional who) {
            return who.function().readsContent();
        }
    }

    @Produces
    NavigationEntry questions() {
        return new Entry(125, "elsewhere.menu.label", VaadinIcon.CONNECT_O, ElsewhereView.class);
    }

    @Override
    public int order() {
        return 125;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        if (!who.function().readsContent()) {
            return List.of();
        }
        try {
            var waiting = purpose.now().map(elsewhere::of).stream()
                    .flatMap(questions -> questions.received().stream())
                    .filter(ReceivedQuestion::answerable)
                    .count();
            return waiting == 0
                    ? List.of()
                    : List.of(new Tile(
                            VaadinIcon.CONNECT_O,
                            waiting,
                            Terms.text("elsewhere.tile.waiting", waiting),
                            ElsewhereNavigation.questions(),
                            false));
        } catch (AccessDenied nothingToList) {
            return List.of();
        }
    }
}
