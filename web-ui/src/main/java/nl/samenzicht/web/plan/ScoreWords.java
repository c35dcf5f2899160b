package nl.samenzicht.web.plan;

import java.util.Optional;
import nl.samenzicht.web.Terms;

/** Scores and what changed, in words; a number is never shown by colour or arrow alone. */
final class ScoreWords {
    private ScoreWords() {}

    static String choice(int score) {
        return Terms.text("plan.score.value." + score);
    }

    static String value(Optional<Integer> score) {
        return score.map(ScoreWords::choice).orElseGet(() -> choice(0));
    }

    static String change(Optional<Integer> before, Optional<Integer> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return "–";
        }
        int step = now.get() - before.get();
        if (step == 0) {
            return Terms.text("plan.score.same");
        }
        return Terms.text(step > 0 ? "plan.score.better" : "plan.score.worse", Math.abs(step));
    }
}
