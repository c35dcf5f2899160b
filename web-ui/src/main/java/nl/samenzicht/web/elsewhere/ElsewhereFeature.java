package nl.samenzicht.web.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.elsewhere.KnownElsewhereService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CasePlace;

/** Brings the question whether others know this person to the page of a case. */
@ApplicationScoped
class ElsewhereFeature implements CaseFeature {
    private final KnownElsewhereService elsewhere;

    protected ElsewhereFeature() {
        this(null);
    }

    @Inject
    ElsewhereFeature(KnownElsewhereService elsewhere) {
        this.elsewhere = elsewhere;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public List<CaseAct> acts(CasePlace place) {
        return elsewhere.mayAsk(place.caseFile(), place.purpose())
                ? List.of(new CaseAct(Terms.text("elsewhere.act.label"), () -> AskDialog.ask(elsewhere, place)))
                : List.of();
    }
}
