package nl.samenzicht.domain.elsewhere;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.Purpose;

/**
 * A question of others that a case of one's own agency gave the answer to.
 *
 * @param caseName one's own case
 * @param askerType what kind of agency asks; who it is is not told before contact was agreed to
 * @param told how sure it is by what one's own agency recorded; the asker was told at least as much
 * @param answerable whether one's agency may still agree or decline
 * @param contact the other side, once one's own agreed
 */
public record ReceivedQuestion(
        UUID id,
        CaseName caseName,
        Purpose purpose,
        AgencyType askerType,
        Answer told,
        Instant toldAt,
        KnownHolder.State state,
        boolean answerable,
        Optional<AskedQuestion.Contact> contact) {}
