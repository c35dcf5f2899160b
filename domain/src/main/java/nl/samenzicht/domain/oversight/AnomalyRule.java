package nl.samenzicht.domain.oversight;

import static nl.samenzicht.domain.oversight.Threshold.EMERGENCIES_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.HISTORY_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.HOURS_FROM;
import static nl.samenzicht.domain.oversight.Threshold.HOURS_UNTIL;
import static nl.samenzicht.domain.oversight.Threshold.OUTSIDE_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.PEERS_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.QUESTIONS_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.QUESTIONS_PERCENT;
import static nl.samenzicht.domain.oversight.Threshold.REFUSALS_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.REFUSALS_MINUTES;
import static nl.samenzicht.domain.oversight.Threshold.SEARCH_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.SEARCH_MINUTES;
import static nl.samenzicht.domain.oversight.Threshold.UNASSIGNED_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.VOLUME_DAY;
import static nl.samenzicht.domain.oversight.Threshold.VOLUME_LEAST;
import static nl.samenzicht.domain.oversight.Threshold.VOLUME_TIMES_OWN;
import static nl.samenzicht.domain.oversight.Threshold.VOLUME_TIMES_PEERS;

import java.util.List;
import java.util.function.Function;

/** The rules by which a line of the log asks for a second look, each a named function in {@link AnomalyRules}. */
public enum AnomalyRule {
    /** Somebody looked, or tried to, at a case about themselves or somebody close to them. */
    OWN_CIRCLE(AnomalyRules::ownCircle),
    /** Somebody looked, or tried to, at a case about a colleague. */
    COLLEAGUE(AnomalyRules::colleague),
    /** Somebody looked, or tried to, at a case about somebody whom many people know. */
    WELL_KNOWN(AnomalyRules::wellKnown),
    /** Somebody looked outside the usual hours. */
    OUTSIDE_HOURS(AnomalyRules::outsideHours, HOURS_FROM, HOURS_UNTIL, OUTSIDE_LEAST),
    /** Somebody opened very many cases on one day. */
    VOLUME(AnomalyRules::volume, VOLUME_DAY),
    /** Somebody opened many more cases on one day than they usually do. */
    VOLUME_OWN(AnomalyRules::volumeAgainstOwn, VOLUME_TIMES_OWN, VOLUME_LEAST, HISTORY_LEAST),
    /** Somebody opened many more cases on one day than colleagues in the same function. */
    VOLUME_PEERS(AnomalyRules::volumeAgainstPeers, VOLUME_TIMES_PEERS, VOLUME_LEAST, PEERS_LEAST),
    /** Somebody searched again and again and opened nothing. */
    SEARCH_ONLY(AnomalyRules::searchWithoutOpening, SEARCH_LEAST, SEARCH_MINUTES),
    /** Somebody tried a case in which their agency takes no part. */
    NOT_ASSIGNED(AnomalyRules::withoutAssignment, UNASSIGNED_LEAST),
    /** Somebody tried a case in which their agency no longer takes part. */
    AFTER_LEAVING(AnomalyRules::afterLeaving, UNASSIGNED_LEAST),
    /** Somebody was refused again and again. */
    REFUSALS(AnomalyRules::repeatedRefusals, REFUSALS_LEAST, REFUSALS_MINUTES),
    /** Nearly everybody whom somebody asked others about was known there. */
    MANY_HITS(AnomalyRules::manyHits, QUESTIONS_LEAST, QUESTIONS_PERCENT),
    /** Nearly nobody whom somebody asked others about was known there. */
    MANY_MISSES(AnomalyRules::manyMisses, QUESTIONS_LEAST, QUESTIONS_PERCENT),
    /** Emergency access was used very often within an hour. */
    EMERGENCIES(AnomalyRules::manyEmergencies, EMERGENCIES_LEAST),
    /** An officer looked up lines about themselves. */
    OFFICER_ON_OWN(AnomalyRules::officerOnOwn);

    private final Function<Watch, List<Anomaly>> function;
    private final List<Threshold> thresholds;

    AnomalyRule(Function<Watch, List<Anomaly>> function, Threshold... thresholds) {
        this.function = function;
        this.thresholds = List.of(thresholds);
    }

    /** The thresholds that it goes by, in the order in which its sentence names them. */
    public List<Threshold> thresholds() {
        return thresholds;
    }

    /** What it finds, the earliest first. Changes nothing. */
    List<Anomaly> in(Watch watch) {
        return function.apply(watch);
    }
}
