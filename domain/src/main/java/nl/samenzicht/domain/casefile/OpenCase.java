package nl.samenzicht.domain.casefile;

import static java.util.Objects.requireNonNull;

/** What somebody says to open a case: under which framework they work. The rest is generated. */
public record OpenCase(Cooperation cooperation) {
    public OpenCase {
        requireNonNull(cooperation, "cooperation");
    }
}
