package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.samenzicht.domain.worklist.WorkList;
import nl.samenzicht.domain.worklist.WorkListService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.WorkTiles;

/** The tiles of casework: offers, requests, actions of plans, and notices. */
@ApplicationScoped
class CaseworkTiles implements WorkTiles {
    private final WorkListService work;
    private final WorkPurpose purpose;
    private final Notices notices;

    protected CaseworkTiles() {
        this(null, null, null);
    }

    @Inject
    CaseworkTiles(WorkListService work, WorkPurpose purpose, Notices notices) {
        this.work = work;
        this.purpose = purpose;
        this.notices = notices;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        var tiles = new ArrayList<Tile>();
        if (who.function().worksOnCases()) {
            purpose.now().ifPresent(now -> addCasework(tiles, now));
        }
        var unread = notices.unread(who).size();
        if (unread > 0) {
            tiles.add(tile(VaadinIcon.BELL_O, unread, "work.tile.notices", "notices", false));
        }
        return tiles;
    }

    private void addCasework(List<Tile> tiles, Purpose now) {
        WorkList waiting;
        try {
            waiting = work.of(now);
        } catch (AccessDenied nothingToList) {
            return;
        }
        add(tiles, VaadinIcon.INBOX, waiting.offers().size(), "work.tile.offers", "shares?direction=in&state=OFFERED");
        add(tiles, VaadinIcon.QUESTION_CIRCLE_O, waiting.requests().size(), "work.tile.requests", "requests");
        var overdue =
                waiting.actions().stream().filter(WorkList.DueAction::overdue).count();
        if (overdue > 0) {
            tiles.add(tile(VaadinIcon.CALENDAR_CLOCK, overdue, "work.tile.overdue", "actions?due=overdue", true));
        }
        add(
                tiles,
                VaadinIcon.CALENDAR_CLOCK,
                waiting.actions().size() - overdue,
                "work.tile.actions",
                "actions?due=coming");
    }

    private static void add(List<Tile> tiles, VaadinIcon icon, long count, String key, String href) {
        if (count > 0) {
            tiles.add(tile(icon, count, key, href, false));
        }
    }

    private static Tile tile(VaadinIcon icon, long count, String key, String href, boolean urgent) {
        return new Tile(icon, count, Terms.text(key, count), href, urgent);
    }
}
