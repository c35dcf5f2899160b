package nl.samenzicht.domain.rights;

import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseName;

/**
 * One request in a list.
 *
 * @param number such as {@code VB-000042}
 * @param caseName the case by which the person is known; empty when there is none
 * @param signal the number of the signal by which they are known instead; empty when nothing is known of them
 */
public record RequestCard(
        String number, Requester requester, Optional<CaseName> caseName, Optional<String> signal, Handling handling) {}
