package nl.samenzicht.domain.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseName;

/**
 * Two cases of one's own agency that may be about one person.
 *
 * @param decisions what was decided, newest first, what was taken back as well
 */
public record PairView(CaseName one, CaseName other, List<Decided> decisions) {

    public PairView {
        decisions = List.copyOf(decisions);
    }

    /** What somebody decided, when and why. */
    public record Decided(Verdict verdict, String by, Instant at, String why) {}

    /** What holds now; empty when nobody decided, or it was taken back. */
    public Optional<Decided> holds() {
        return decisions.stream().findFirst().filter(last -> last.verdict() != Verdict.TAKEN_BACK);
    }
}
