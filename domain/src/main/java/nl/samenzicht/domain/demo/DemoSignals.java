package nl.samenzicht.domain.demo;

import static nl.samenzicht.security.directory.Function.ATTENTION_OFFICER;
import static nl.samenzicht.security.directory.Function.CARE_COORDINATOR;
import static nl.samenzicht.security.directory.Function.CARE_WORKER;
import static nl.samenzicht.security.directory.Function.REPORTER;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Assessment.AgeBasis;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalService;
import nl.samenzicht.domain.signal.TriageService;

/** Signals for the demo: one that nobody took yet, one with a question, one that waits for a decision, one closed, a draft. */
final class DemoSignals {

    private static final String SCHOOL = "Lyceum De Ring";
    private static final String WATERDAM = "Gemeente Waterdam";
    private static final String HEUVELRODE = "Gemeente Heuvelrode";
    private static final String DE_LUWTE = "Stichting De Luwte";

    private final DemoActor actor;
    private final SignalService signals;
    private final TriageService triage;

    DemoSignals(DemoActor actor, SignalService signals, TriageService triage) {
        this.actor = actor;
        this.signals = signals;
        this.triage = triage;
    }

    void write() {
        boyAtSchool();
        questionToCare();
        positiveAtHeuvelrode();
        closedAtWaterdam();
        actor.play(WATERDAM, ATTENTION_OFFICER);
        signals.begin(DemoCasework.values("observed", "Bewoner belt over een huis waar steeds andere jonge vrouwen"));
    }

    private void boyAtSchool() {
        actor.play(SCHOOL, REPORTER);
        sent(
                WATERDAM,
                true,
                "observed",
                "Een leerling heeft in twee weken drie nieuwe telefoons en zegt dat hij 'pakketjes moet wegbrengen'. "
                        + "Hij durft niet meer alleen naar de bus en huilde toen we naar de blauwe plek vroegen.",
                "observation",
                "FACT",
                "observedOn",
                "2026-11",
                "givenNames",
                "Sem",
                "gender",
                "MALE",
                "minor",
                "YES",
                "exploited",
                "YES",
                "exploitation",
                "CRIMINAL",
                "firstContact",
                "ONLINE",
                "platform",
                "Snapchat",
                "daysToExploitation",
                "5");
    }

    private void questionToCare() {
        actor.play(DE_LUWTE, CARE_WORKER);
        var id = sent(
                WATERDAM,
                false,
                "observed",
                "Een cliënt vertelt over een medebewoner die haar loon moet afgeven voor de reis hierheen.",
                "observation",
                "HEARSAY",
                "source",
                "Een cliënt, in gesprek",
                "gender",
                "FEMALE",
                "borderHelp",
                "YES",
                "exploitation",
                "LABOUR");
        actor.play(WATERDAM, CARE_COORDINATOR);
        triage.take(id);
        triage.askMore(id, "Weet u in welke branche zij werkt, en of zij zelf hulp wil?");
    }

    private void positiveAtHeuvelrode() {
        actor.play(HEUVELRODE, ATTENTION_OFFICER);
        var id = sent(
                HEUVELRODE,
                false,
                "observed",
                "Bij de inschrijving aan het loket voerde een man het woord voor drie seizoenswerkers en hield hun paspoorten vast.",
                "observation",
                "FACT",
                "observedOn",
                "2026-11-20",
                "minor",
                "NO",
                "gender",
                "MALE",
                "exploitation",
                "LABOUR");
        actor.play(HEUVELRODE, CARE_COORDINATOR);
        triage.take(id);
        triage.assess(
                id,
                assessment(
                        Profile.ADULT_LABOUR,
                        "LABOUR",
                        List.of("DR-01", "DR-02", "EX-01", "EX-02", "CD-01", "CD-02"),
                        Conclusion.PRESUMED_VICTIM,
                        "Paspoorten afgenomen, misleid over werk en loon, en zij mogen het terrein niet af."));
    }

    private void closedAtWaterdam() {
        actor.play(SCHOOL, REPORTER);
        var id = sent(
                WATERDAM,
                false,
                "observed",
                "Een leerling wordt elke dag door een oudere man opgehaald.",
                "observation",
                "OPINION",
                "gender",
                "FEMALE",
                "minor",
                "YES");
        actor.play(WATERDAM, CARE_COORDINATOR);
        triage.take(id);
        triage.assess(
                id,
                assessment(
                        Profile.CHILD_SEXUAL,
                        "UNKNOWN_NOT_YET",
                        List.of(),
                        Conclusion.NO_INDICATION,
                        "Het is haar oom; school en ouders kennen hem. Geen andere aanwijzingen."));
        triage.close(id, "Dank voor uw signaal. We hebben het bekeken en doen er nu niets mee.");
    }

    private SignalId sent(String to, boolean urgent, String... keysAndValues) {
        var typed = DemoCasework.values(keysAndValues);
        var draft = signals.begin(typed);
        signals.send(draft.id(), draft.saves(), typed, actor.agency(to).id(), urgent, false);
        return draft.id();
    }

    private static Assessment assessment(
            Profile profile, String form, List<String> present, Conclusion conclusion, String reason) {
        return new Assessment(
                1,
                profile,
                Optional.of(form),
                Optional.of(AgeBasis.ESTIMATE),
                present.stream()
                        .map(code -> Observation.of(code, Answer.PRESENT))
                        .toList(),
                conclusion,
                reason);
    }
}
