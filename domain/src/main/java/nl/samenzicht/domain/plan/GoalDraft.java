package nl.samenzicht.domain.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A goal as it is written down.
 *
 * @param situation how things are now
 * @param goal what is to be reached
 * @param measure how one sees that it is reached
 * @param targetOn the day in Amsterdam by which it should be
 * @param ownWords the person's own words; stored as said
 * @param agreed whether the person agrees
 */
public record GoalDraft(
        LifeDomain domain,
        String situation,
        String goal,
        String measure,
        Optional<LocalDate> targetOn,
        String ownWords,
        boolean agreed) {}
