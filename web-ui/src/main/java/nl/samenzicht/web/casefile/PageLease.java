package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenzicht.domain.lease.LeaseKeeper;
import nl.samenzicht.domain.lease.Revocation;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What an open page of a case holds while it is on a screen. When something that it may show is taken back, or when nothing
 * can be checked any more, the page is told on its own thread of work, and clears itself.
 */
final class PageLease implements LeaseKeeper.Holder {
    private final UI ui;
    private final CaseFileId caseFile;
    private final ActingProfessional who;
    private final Consumer<Optional<DataCategory>> cleared;
    private AutoCloseable hold;

    /**
     * Makes a lease; it is not held yet.
     *
     * @param cleared told which category is to be cleared; everything when empty
     */
    PageLease(UI ui, CaseFileId caseFile, ActingProfessional who, Consumer<Optional<DataCategory>> cleared) {
        this.ui = ui;
        this.caseFile = caseFile;
        this.who = who;
        this.cleared = cleared;
    }

    PageLease hold(LeaseKeeper keeper) {
        hold = keeper.hold(this);
        return this;
    }

    void release() {
        try {
            if (hold != null) {
                hold.close();
                hold = null;
            }
        } catch (Exception e) {
            throw new IllegalStateException("the lease on case " + caseFile + " cannot be released", e);
        }
    }

    @Override
    public void revoked(Revocation taken) {
        var mine = caseFile.equals(taken.caseFile())
                && taken.agency().map(who.agency()::equals).orElse(true)
                && taken.professional().map(who.professional()::equals).orElse(true);
        if (mine) {
            ui.access(() -> cleared.accept(taken.category()));
        }
    }

    @Override
    public void lost() {
        ui.access(() -> cleared.accept(Optional.empty()));
    }
}
