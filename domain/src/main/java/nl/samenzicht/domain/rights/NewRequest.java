package nl.samenzicht.domain.rights;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A request that comes in.
 *
 * @param caseNumber the number of a case or signal about the person; empty when nothing is known of them
 * @param receivedOn the day in Amsterdam on which the agency received it, by whichever way
 * @param words what was asked, and how it came in
 */
public record NewRequest(
        SubjectRight right, Requester requester, Optional<String> caseNumber, LocalDate receivedOn, String words) {}
