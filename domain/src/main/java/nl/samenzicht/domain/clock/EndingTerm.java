package nl.samenzicht.domain.clock;

import nl.samenzicht.domain.casefile.CaseName;

/** A clock that runs out soon, or has, with the case that it is of. */
public record EndingTerm(CaseName caseName, CaseClock clock) {}
