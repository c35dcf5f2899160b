package nl.samenzicht.web.clock;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.clock.ClockService;
import nl.samenzicht.domain.clock.ClockTone;
import nl.samenzicht.domain.clock.EndingTerm;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.WorkTiles;

/** The tile of terms that end within three weeks, or did. */
@ApplicationScoped
class ClockTiles implements WorkTiles {
    private final ClockService clocks;
    private final TermsPurpose purpose;

    protected ClockTiles() {
        this(null, null);
    }

    @Inject
    ClockTiles(ClockService clocks, TermsPurpose purpose) {
        this.clocks = clocks;
        this.purpose = purpose;
    }

    @Override
    public int order() {
        return 108;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        if (!who.function().worksOnCases()) {
            return List.of();
        }
        return purpose
                .now()
                .map(now -> {
                    try {
                        return clocks.ending(now);
                    } catch (AccessDenied nothingToList) {
                        return List.<EndingTerm>of();
                    }
                })
                .filter(ending -> !ending.isEmpty())
                .map(ClockTiles::tile)
                .stream()
                .toList();
    }

    private static Tile tile(List<EndingTerm> ending) {
        var urgent = ending.stream()
                .map(term -> term.clock().tone())
                .anyMatch(tone -> tone == ClockTone.URGENT || tone == ClockTone.PASSED);
        return new Tile(
                VaadinIcon.HOURGLASS,
                ending.size(),
                Terms.text(urgent ? "terms.tile.urgent" : "terms.tile", ending.size()),
                "terms",
                urgent);
    }
}
