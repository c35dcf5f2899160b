package nl.samenzicht.domain.casefile;

import java.util.List;

/** One page of a list of cases, and how many there are in all. */
public record CasePage(List<CaseRow> rows, long total) {
    public CasePage {
        rows = List.copyOf(rows);
    }
}
