package nl.samenzicht.web.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFeature;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.CasePlace;

/** Brings consent to the page of a case: the way to the answers of the person. */
@ApplicationScoped
class ConsentFeature implements CaseFeature {
    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<CaseAct> acts(CasePlace place) {
        return List.of(new CaseAct(Terms.text("consent.act.label"), () -> go(place)));
    }

    @Override
    public Optional<CaseAct> help(CasePlace place, DataCategory category, Step step) {
        return step.kind() == Step.Kind.OBTAIN_CONSENT
                        && place.overview() != null
                        && place.overview().acts().contains(Action.RECORD_CONSENT)
                ? Optional.of(new CaseAct(Terms.text("consent.record.label"), () -> go(place)))
                : Optional.empty();
    }

    private static void go(CasePlace place) {
        CaseFileNavigation.go(ConsentNavigation.to(place.caseFile(), place.purpose()));
    }
}
