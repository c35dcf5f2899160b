package nl.samenzicht.web.signal;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.samenzicht.domain.signal.SignalCard;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.SignalState;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.WorkTiles;

/** The tiles of signals: what nobody took yet, what is mine, what was asked of me, and drafts. */
@ApplicationScoped
class SignalTiles implements WorkTiles {
    private final SignalService signals;
    private final TriageService triage;
    private final Clock clock;

    protected SignalTiles() {
        this(null, null, null);
    }

    @Inject
    SignalTiles(SignalService signals, TriageService triage, Clock clock) {
        this.signals = signals;
        this.triage = triage;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 105;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        if (!signals.isWork()) {
            return List.of();
        }
        var tiles = new ArrayList<Tile>();
        if (who.function() != Function.REPORTER) {
            var waiting = triage.queue().waiting();
            addWork(
                    tiles,
                    VaadinIcon.MEGAPHONE,
                    "unassigned",
                    waiting,
                    card -> card.assignee().isEmpty());
            addWork(tiles, VaadinIcon.USER_CHECK, "mine", waiting, SignalCard::mine);
        }
        var written = signals.written();
        addWritten(tiles, VaadinIcon.QUESTION_CIRCLE_O, "asked", written, SignalState.MORE_ASKED);
        addWritten(tiles, VaadinIcon.PENCIL, "drafts", written, SignalState.DRAFT);
        return tiles;
    }

    private void addWork(
            List<Tile> tiles, VaadinIcon icon, String part, List<SignalCard> waiting, Predicate<SignalCard> which) {
        var cards = waiting.stream().filter(which).toList();
        var now = clock.instant();
        var urgent = cards.stream().anyMatch(card -> card.urgent() || SignalWords.isLate(card, now));
        var key = "signals.tile." + part + (urgent ? ".urgent" : "");
        add(tiles, new Tile(icon, cards.size(), Terms.text(key, cards.size()), SignalsView.of(part), urgent));
    }

    private static void addWritten(
            List<Tile> tiles, VaadinIcon icon, String key, List<SignalCard> written, SignalState state) {
        var count = written.stream().filter(card -> card.state() == state).count();
        add(tiles, new Tile(icon, count, Terms.text("signals.tile." + key, count), SignalsView.of("written"), false));
    }

    private static void add(List<Tile> tiles, Tile tile) {
        if (tile.count() > 0) {
            tiles.add(tile);
        }
    }
}
