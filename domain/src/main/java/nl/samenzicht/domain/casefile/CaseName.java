package nl.samenzicht.domain.casefile;

import nl.samenzicht.domain.person.CaseFileId;

/** How people speak of a case: by its number and code name, which say nothing of the person. */
public record CaseName(CaseFileId id, String number, String codeName) {}
