package nl.samenzicht.domain.oversight;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/** How an anomaly is written before it is sealed: one line for each part, numbers and codes only. */
final class AnomalyText {

    private AnomalyText() {}

    static byte[] of(Anomaly anomaly) {
        return String.join(
                        "\n",
                        anomaly.professional().map(ProfessionalId::toString).orElse(""),
                        words(anomaly.people()),
                        anomaly.day().toString(),
                        anomaly.caseId().map(UUID::toString).orElse(""),
                        words(anomaly.lines()),
                        words(anomaly.figures()))
                .getBytes(US_ASCII);
    }

    static Anomaly read(AnomalyRule rule, byte[] text) {
        var parts = new String(text, US_ASCII).split("\n", -1);
        return new Anomaly(
                rule,
                Optional.of(parts[0]).filter(part -> !part.isEmpty()).map(AnomalyText::professional),
                list(parts[1], AnomalyText::professional).stream().collect(toSet()),
                LocalDate.parse(parts[2]),
                Optional.of(parts[3]).filter(part -> !part.isEmpty()).map(UUID::fromString),
                list(parts[4], EntryCode::new),
                list(parts[5], Long::valueOf));
    }

    private static ProfessionalId professional(String id) {
        return new ProfessionalId(UUID.fromString(id));
    }

    private static String words(Collection<?> values) {
        return values.stream().map(Object::toString).collect(joining(" "));
    }

    private static <T> List<T> list(String words, Function<String, T> reading) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(" ")).map(reading).toList();
    }
}
