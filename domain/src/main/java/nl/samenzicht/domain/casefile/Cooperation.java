package nl.samenzicht.domain.casefile;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.policy.Framework;

/**
 * The cooperation framework (samenwerkingskader) of a case: exactly one, with its protocol and its end.
 *
 * @param protocol name and version of the agreement or privacy protocol; may be blank only when one agency works alone
 * @param until first instant at which the framework no longer holds; required for all but {@code ENKEL}
 * @see <a href="https://wetten.overheid.nl/BWBR0049861">Wet gegevensverwerking door samenwerkingsverbanden</a>
 */
public record Cooperation(Framework framework, String protocol, Optional<Instant> until) {

    public Cooperation {
        requireNonNull(framework, "framework");
        protocol = requireNonNull(protocol, "protocol").strip();
        if (framework == Framework.NONE) {
            throw new IllegalArgumentException("A case has a cooperation framework; 'NONE' is for acts without a case");
        }
        if (framework != Framework.ENKEL && (protocol.isEmpty() || until.isEmpty())) {
            throw new IllegalArgumentException("Framework '%s' needs a protocol and an end date".formatted(framework));
        }
        if (protocol.length() > 200) {
            throw new IllegalArgumentException(
                    "Protocol name has %d characters, 200 at most".formatted(protocol.length()));
        }
    }

    /** One agency working alone. */
    public static Cooperation single() {
        return new Cooperation(Framework.ENKEL, "", Optional.empty());
    }
}
