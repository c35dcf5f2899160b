package nl.samenzicht.domain.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.policy.ParticipationState;

/** What the rules need to know beside the lines of the log. */
interface Circumstances {

    /** Why looks at this case are watched. */
    List<Marked> marks(UUID caseId);

    /** How the actor's agency took part in the case of the line, when it was written. */
    ParticipationState standing(LoggedEntry line);

    /** What was typed with an act. */
    Optional<String> typed(LoggedEntry line);

    /** What came of questions to others. */
    List<Answered> answers();

    /**
     * A mark on a case.
     *
     * @param colleague whom it is about, where its kind names one
     */
    record Marked(MarkKind kind, Optional<ProfessionalId> colleague) {
        boolean isAbout(ProfessionalId somebody) {
            return colleague.filter(somebody::equals).isPresent();
        }
    }

    /** What somebody was answered when they asked others. */
    record Answered(ProfessionalId asker, Instant at, Answer answer) {}
}
