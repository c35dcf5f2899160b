package nl.samenzicht.domain.oversight;

import java.time.Instant;
import nl.samenzicht.domain.emergency.Verdict;

/** A judgement as an officer sees it: how, why, by whom and when. */
public record Judged(Verdict verdict, String note, String by, Instant at) {

    /** Whether this ends it; what is being investigated waits for another judgement. */
    public boolean ends() {
        return verdict != Verdict.INVESTIGATE;
    }
}
