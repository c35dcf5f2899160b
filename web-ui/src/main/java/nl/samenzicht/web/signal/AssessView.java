package nl.samenzicht.web.signal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.LocalDate;
import nl.samenzicht.domain.indicator.IndicatorSets;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.TriageService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.shell.MainLayout;

/** The page on which a signal is weighed, for who may decide on it. */
@Route(value = "signals/:" + SignalNavigation.ID + "/assess", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://signal.css")
class AssessView extends SignalPage {
    private static final long serialVersionUID = 1L;

    private final transient TriageService triage;
    private final transient IndicatorSets indicators;

    @Inject
    AssessView(TriageService triage, IndicatorSets indicators) {
        super("assess-page");
        this.triage = triage;
        this.indicators = indicators;
    }

    @Override
    public String getPageTitle() {
        return Terms.text("assess.page.title");
    }

    @Override
    void show(BeforeEnterEvent event, SignalId id) {
        var view = triage.open(id);
        if (!view.mayTriage()) {
            event.forwardTo(otherwise(id));
            return;
        }
        var words = new Div(
                new H1(Terms.text("assess.title", view.card().number())), new Paragraph(Terms.text("assess.intro")));
        words.addClassName("page-words");
        var set = indicators.on(LocalDate.now(Terms.AMSTERDAM));
        add(back(otherwise(id), Terms.text("assess.back")), words, new AssessForm(set, view, assessment -> {
            triage.assess(id, assessment);
            CaseFileNavigation.go(otherwise(id));
        }));
    }

    /** The signal itself, which knows what state it is in. */
    @Override
    String otherwise(SignalId id) {
        return SignalNavigation.to(id);
    }
}
