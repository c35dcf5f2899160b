package nl.samenzicht.domain.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;

/**
 * An alert as an officer sees it.
 *
 * @param who the name of whom it is about; empty when it is about the agency as a whole
 * @param day the day in Amsterdam, or the Monday of the week
 * @param caseName the one case that it is about, when there is one and the agency had to do with it
 * @param figures what was counted, for the sentence that says why
 * @param lines how many lines of the log it rests on
 * @param thresholds the version of the thresholds by which it was found
 * @param judged the last one first
 * @param ownActs whether it is about the one who asks, who then may not judge it
 */
public record AlertView(
        UUID id,
        AnomalyRule rule,
        Optional<String> who,
        LocalDate day,
        Optional<CaseName> caseName,
        List<Long> figures,
        int lines,
        int thresholds,
        Instant foundAt,
        List<Judged> judged,
        boolean ownActs) {
    public AlertView {
        figures = List.copyOf(figures);
        judged = List.copyOf(judged);
    }

    /** Whether it still asks for a judgement. */
    public boolean waits() {
        return judged.isEmpty() || !judged.get(0).ends();
    }
}
