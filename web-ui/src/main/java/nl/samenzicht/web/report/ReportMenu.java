package nl.samenzicht.web.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.samenzicht.domain.report.ReportInbox;
import nl.samenzicht.domain.report.ReportService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.NavigationEntry;
import nl.samenzicht.web.shell.WorkTiles;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The places of reports in the menu and on the start page: what waits for a reporter, and what arrived at CoMensha. */
@ApplicationScoped
class ReportMenu implements WorkTiles {
    private final ReportService reports;
    private final ReportInbox inbox;
    private final WorkPurpose purpose;

    protected ReportMenu() {
        this(null, null, null);
    }

    @Inject
    ReportMenu(ReportService reports, ReportInbox inbox, WorkPurpose purpose) {
        this.reports = reports;
        this.inbox = inbox;
        this.purpose = purpose;
    }

    private record Entry(
            int order,
            String label,
            VaadinIcon icon,
            Class<? extends Component> page,
            Predicate<ActingProfessional> who)
            implements NavigationEntry {
        @Override
        public boolean isFor(ActingProfessional asked) {
            return who.test(asked);
        }
    }

    private static boolean reports(ActingProfessional who) {
        return who.function() == Function.CARE_COORDINATOR
                || who.function() == Function.CARE_WORKER
                || who.function() == Function.DETECTIVE;
    }

    @Produces
    NavigationEntry waitingReports() {
        return new Entry(
                135, "report.list.menu", VaadinIcon.PAPERPLANE_O, WaitingReportsView.class, ReportMenu::reports);
    }

    @Produces
    NavigationEntry receivedReports() {
        return new Entry(
                125,
                "received.menu",
                VaadinIcon.INBOX,
                ReceivedReportsView.class,
                who -> who.function() == Function.REGISTRAR);
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public List<Tile> tilesFor(ActingProfessional who) {
        var tiles = new ArrayList<Tile>();
        try {
            if (reports(who)) {
                purpose.now().ifPresent(now -> addWaiting(tiles, now));
            }
            if (who.function() == Function.REGISTRAR) {
                addReceived(tiles);
            }
        } catch (AccessDenied nothingToList) {
            return tiles;
        }
        return tiles;
    }

    private void addWaiting(List<Tile> tiles, Purpose now) {
        var waiting = reports.waiting(now).size();
        if (waiting > 0) {
            tiles.add(new Tile(
                    VaadinIcon.PAPERPLANE_O, waiting, Terms.text("report.tile.waiting", waiting), "reports", true));
        }
    }

    private void addReceived(List<Tile> tiles) {
        for (var task : inbox.tasks()) {
            var open = inbox.received(task).stream()
                    .filter(report -> report.unconfirmed() > 0)
                    .count();
            if (open > 0) {
                tiles.add(new Tile(
                        VaadinIcon.INBOX,
                        open,
                        Terms.text("received.tile." + task, open),
                        ReportNavigation.toReceived(task),
                        false));
            }
        }
    }
}
