package nl.samenzicht.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.keys.BlindToken;
import nl.samenzicht.security.keys.OutgoingSeal;

/**
 * What is carried to the receiver: a sealed message with a signature around it. The format stands in
 * {@code docs/REPORT-FORMAT.md}; who carries it sees its number and nothing of what it says.
 */
final class Envelope {
    static final String FORMAT = "samenzicht-report/1";
    static final String MEDIA_TYPE = "application/vnd.samenzicht.report+json";

    private final OutgoingSeal seal;

    Envelope(OutgoingSeal seal) {
        this.seal = seal;
    }

    /**
     * What a message says.
     *
     * @param content empty for a message that takes the report back
     * @param destroyed whether the reporter has destroyed what the report said; told with what takes it back
     */
    record Letter(
            UUID message,
            MessageKind kind,
            int number,
            UUID report,
            UUID victim,
            ReportTask task,
            ReportBasis basis,
            String reporterType,
            String reporterName,
            LocalDate writtenOn,
            boolean parentsKeptOut,
            Collection<BlindToken> pseudonyms,
            Optional<ReportContent> content,
            boolean destroyed) {

        /** The words of the message; an anonymous one holds no pseudonym, whatever was handed in. */
        byte[] plain() {
            var json = Json.createObjectBuilder()
                    .add("format", FORMAT)
                    .add("message", message.toString())
                    .add("kind", kind.name())
                    .add("number", number)
                    .add("report", report.toString())
                    .add("victim", victim.toString())
                    .add("task", task.name())
                    .add("basis", basis.name())
                    .add(
                            "reporter",
                            Json.createObjectBuilder().add("type", reporterType).add("name", reporterName))
                    .add("writtenOn", writtenOn.toString())
                    .add("parentsKeptOut", parentsKeptOut);
            var tokens = Json.createArrayBuilder();
            if (basis != ReportBasis.ANONYMOUS) {
                pseudonyms.stream().map(BlindToken::toString).forEach(tokens::add);
            }
            json.add("pseudonyms", tokens);
            var fields = Json.createObjectBuilder();
            content.ifPresent(said -> said.values().forEach(fields::add));
            if (destroyed) {
                json.add("destroyedAtReporter", true);
            }
            return json.add("fields", fields).build().toString().getBytes(UTF_8);
        }
    }

    /** Seals a message for the receiver and signs it. */
    byte[] of(Letter letter, String receiverKeyset) {
        var sealed = Base64.getEncoder()
                .encodeToString(seal.sealFor(receiverKeyset, letter.plain(), context(letter.message())));
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("message", letter.message().toString())
                .add("sealed", sealed)
                .add("signature", Base64.getEncoder().encodeToString(seal.sign(signed(letter.message(), sealed))))
                .build()
                .toString()
                .getBytes(UTF_8);
    }

    private static String context(UUID message) {
        return FORMAT + ":" + message;
    }

    private static byte[] signed(UUID message, String sealed) {
        return (FORMAT + "\n" + message + "\n" + sealed).getBytes(UTF_8);
    }

    /**
     * Opens an envelope as its receiver does; a worked example of the format, used by tests.
     *
     * @throws IllegalArgumentException when it is not signed by who holds {@code verifyingKeyset}
     */
    static JsonObject open(byte[] envelope, OutgoingSeal.RecipientKeys receiver, String verifyingKeyset) {
        var outer = object(envelope);
        var message = UUID.fromString(outer.getString("message"));
        var sealed = outer.getString("sealed");
        if (!outer.getString("format").equals(FORMAT)
                || !OutgoingSeal.isSignedBy(
                        verifyingKeyset,
                        signed(message, sealed),
                        Base64.getDecoder().decode(outer.getString("signature")))) {
            throw new IllegalArgumentException("Envelope %s is not signed by the sender".formatted(message));
        }
        return object(receiver.open(Base64.getDecoder().decode(sealed), context(message)));
    }

    private static JsonObject object(byte[] json) {
        try (var reader = Json.createReader(new StringReader(new String(json, UTF_8)))) {
            return reader.readObject();
        }
    }
}
