package nl.samenzicht.web.signal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import nl.samenzicht.domain.signal.SignalDraft;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;

/** Writing a signal down, a new one or one that was begun before. */
@Route(value = SignalNavigation.NEW, layout = MainLayout.class)
@RouteAlias(value = "signals/:" + SignalNavigation.ID + "/write", layout = MainLayout.class)
@StyleSheet("context://signal.css")
class WriteSignalView extends SignalPage {
    private static final long serialVersionUID = 1L;

    private final transient SignalService signals;
    private final transient Clock clock;

    @Inject
    WriteSignalView(SignalService signals, Clock clock) {
        super("write-signal");
        this.signals = signals;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return Terms.text("signal.write.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getRouteParameters().get(SignalNavigation.ID).isPresent()) {
            super.beforeEnter(event);
        } else if (signals.isWork()) {
            show(Optional.empty());
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    void show(BeforeEnterEvent event, SignalId id) {
        show(Optional.of(signals.resume(id)));
    }

    @Override
    String otherwise(SignalId id) {
        return SignalNavigation.to(id);
    }

    private void show(Optional<SignalDraft> draft) {
        removeAll();
        var words = new Div(new H1(Terms.text("signal.write.title")), new Paragraph(Terms.text("signal.write.intro")));
        words.addClassName("page-words");
        var columns = new Div(new WriteSignalForm(signals, clock, draft), help());
        columns.addClassName("write-signal-columns");
        add(words, columns);
    }

    private static Aside help() {
        var list = new UnorderedList();
        for (var each : new String[] {"see", "little", "no-proof", "no-blame"}) {
            list.add(new ListItem(Terms.text("signal.write.help." + each)));
        }
        var advice = new Anchor("advice", Terms.text("signal.write.help.advice"));
        advice.setRouterIgnore(true);
        advice.setTarget("_blank");
        var definitions = new Anchor("definitions", Terms.text("signal.write.help.definitions"));
        definitions.setRouterIgnore(true);
        definitions.setTarget("_blank");
        var aside = new Aside(new H2(Terms.text("signal.write.help.title")), list, advice, definitions);
        aside.addClassNames("panel", "write-signal-help");
        return aside;
    }
}
