package nl.samenzicht.web.signal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.util.List;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalView;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.ItemCard;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;
import nl.samenzicht.web.worklist.CaseAddress;
import nl.samenzicht.web.worklist.RefusedPanel;

/**
 * A page of one signal: built anew each time that it is entered, with the one purpose for which signals are read in sight. One
 * that may not be known of looks as if there were none.
 */
abstract class SignalPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private transient MainLayout frame;

    SignalPage(String name) {
        addClassNames("page", name);
    }

    /**
     * Shows the signal.
     *
     * @throws NotPossible when it is in a state that another page is for
     */
    abstract void show(BeforeEnterEvent event, SignalId id);

    /** The page that is for the state that this one is not for. */
    abstract String otherwise(SignalId id);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var id = new CaseAddress(event).place(SignalNavigation.ID).map(SignalId::new);
        if (id.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        try {
            show(event, id.get());
        } catch (NotPossible notHere) {
            event.forwardTo(otherwise(id.get()));
        } catch (AccessDenied refusal) {
            if (refusal.told() == Reason.NOTHING_HERE || refusal.told() == Reason.NOT_PARTICIPATING) {
                event.rerouteToError(NotFoundException.class);
            } else {
                add(back(SignalNavigation.LIST, Terms.text("signal.back")), new RefusedPanel(refusal));
            }
        }
    }

    /** One of the things that the signal holds; to read, because nothing of a signal is changed. */
    static Component card(SignalView view, ItemView item) {
        return new ItemCard(view.categoryOf(item), item, (key, value) -> null, List.of());
    }

    static Component back(String address, String words) {
        var back = new Anchor(address, words);
        back.addComponentAsFirst(VaadinIcon.ARROW_LEFT.create());
        back.addClassName("case-back");
        return back;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        frame = MainLayout.around(this).orElse(frame);
        if (frame != null) {
            frame.showPurpose(new PurposeChip(
                    Purpose.SIGNAL_ASSESSMENT.code(),
                    Terms.of(Purpose.SIGNAL_ASSESSMENT),
                    () -> Notification.show(Terms.text("signal.one-purpose"))));
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (frame != null) {
            frame.hidePurpose();
        }
        super.onDetach(detached);
    }
}
