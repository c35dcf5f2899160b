package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.lease.LeaseKeeper;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What an open page of a case holds while it is on a screen. When something that it may show is taken back, when nothing
 * can be checked any more, or when the session ends under which it was opened, the page is told and clears itself.
 */
final class PageLease implements LeaseKeeper.Holder {
    private final UI ui;
    private final CaseFileId caseFile;
    private final ActingProfessional who;
    private final Page page;
    private final List<Optional<DataCategory>> expected = new ArrayList<>();
    private final List<AutoCloseable> holds = new ArrayList<>();
    private final List<AutoCloseable> ends = new ArrayList<>();

    PageLease(UI ui, CaseFileId caseFile, ActingProfessional who, Page page) {
        this.ui = ui;
        this.caseFile = caseFile;
        this.who = who;
        this.page = page;
    }

    /** What the page is told, with its lock held. */
    interface Page {
        /** What it shows of this category was taken back; of all categories when empty. */
        void cleared(Optional<DataCategory> category);

        /** Nobody is signed in any more as who opened it. */
        void ended();
    }

    /** An act of the page itself that takes something back from everybody. */
    interface OwnAct {
        /** Does the act; the page is not cleared for it, because it reads again by itself. */
        void during(Optional<DataCategory> category, Runnable act);
    }

    /** Lets the page be cleared when what opened it ends by itself, such as an emergency; an end said before counts no more. */
    void until(Optional<Instant> end, SessionWatch sessions) {
        close(ends);
        end.ifPresent(at -> ends.add(sessions.at(at, () -> ui.access(() -> page.cleared(Optional.empty())))));
    }

    PageLease hold(LeaseKeeper keeper, SessionWatch sessions) {
        holds.add(keeper.hold(this));
        holds.add(sessions.watch(who.session(), () -> ui.access(page::ended)));
        return this;
    }

    void release() {
        close(holds);
        close(ends);
    }

    private void close(List<AutoCloseable> open) {
        for (var hold : open) {
            try {
                hold.close();
            } catch (Exception e) {
                throw new IllegalStateException("the lease on case " + caseFile + " cannot be released", e);
            }
        }
        open.clear();
    }

    /**
     * Does an act of the page itself. Exactly one revocation of this category, from everybody, is its own; a second one
     * comes from somebody else and clears the page.
     */
    void expecting(Optional<DataCategory> category, Runnable act) {
        synchronized (expected) {
            expected.add(category);
        }
        try {
            act.run();
        } catch (RuntimeException notDone) {
            isOwn(category);
            throw notDone;
        }
    }

    private boolean isOwn(Optional<DataCategory> category) {
        synchronized (expected) {
            return expected.remove(category);
        }
    }

    @Override
    public void revoked(Revocation taken) {
        var mine = caseFile.equals(taken.caseFile())
                && taken.agency().map(who.agency()::equals).orElse(true)
                && taken.professional().map(who.professional()::equals).orElse(true);
        var fromAll = taken.agency().isEmpty() && taken.professional().isEmpty();
        if (mine && !(fromAll && isOwn(taken.category()))) {
            ui.access(() -> page.cleared(taken.category()));
        }
    }

    @Override
    public void lost() {
        ui.access(() -> page.cleared(Optional.empty()));
    }
}
