package nl.samenzicht.domain.rights;

import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseName;

/**
 * One request in a list.
 *
 * @param number such as {@code VB-000042}
 * @param caseName the case by which the person is known; empty when they are not
 */
public record RequestCard(String number, Requester requester, Optional<CaseName> caseName, Handling handling) {}
