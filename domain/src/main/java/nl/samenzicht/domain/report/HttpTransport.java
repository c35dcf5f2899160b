package nl.samenzicht.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Carries a message over HTTPS, with its number as {@code Idempotency-Key}. Only an answer that says precisely what it should
 * counts as a receipt; everything that leaves it open whether the message arrived is tried again under the same key.
 */
final class HttpTransport implements ReportTransport {
    private static final int LONGEST_RECEIPT = 4096;
    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,39}");

    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** What a server says when the moment is wrong rather than the message. */
    private static final Set<Integer> ANOTHER_TIME = Set.of(401, 403, 404, 407, 408, 409, 421, 423, 425, 429);

    private final HttpClient client;
    private final URI address;
    private final Optional<String> token;
    private final Duration longestAnswer;

    /**
     * Makes a carrier.
     *
     * @param token what it shows to be let in; none when the other side knows us by our certificate or network
     * @param longestAnswer how long the whole exchange may take
     * @throws IllegalArgumentException when the address is not HTTPS, unless it is on this machine, when it holds a password,
     *     or when the token cannot stand in a header; the message repeats neither
     */
    HttpTransport(URI address, Optional<String> token, Duration connecting, Duration longestAnswer) {
        var local = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "SAMENZICHT_REPORT_URL holds a user or password; use SAMENZICHT_REPORT_TOKEN");
        }
        if (!"https".equals(address.getScheme()) && !(local && "http".equals(address.getScheme()))) {
            throw new IllegalArgumentException("SAMENZICHT_REPORT_URL is '%s://%s…' and must begin with 'https://'"
                    .formatted(address.getScheme(), address.getHost()));
        }
        if (token.filter(shown -> !TOKEN.matcher(shown).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "SAMENZICHT_REPORT_TOKEN must be letters, digits and -._~+/ only, without space or line end");
        }
        this.address = address;
        this.token = token;
        this.longestAnswer = longestAnswer;
        this.client = HttpClient.newBuilder()
                .connectTimeout(connecting)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Outcome carry(UUID message, byte[] envelope) {
        var request = HttpRequest.newBuilder(address)
                .timeout(longestAnswer)
                .header("Content-Type", Envelope.MEDIA_TYPE)
                .header("Accept", "application/json")
                .header("Idempotency-Key", message.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope));
        token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
        CompletableFuture<Answer> answering = client.sendAsync(
                        request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(HttpTransport::read);
        try {
            return outcome(message, answering.get(longestAnswer.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            answering.cancel(true);
            return new NotNow("timeout");
        } catch (ExecutionException failed) {
            return new NotNow(
                    failed.getCause() instanceof java.net.http.HttpTimeoutException ? "timeout" : "unreachable");
        } catch (InterruptedException stopping) {
            answering.cancel(true);
            Thread.currentThread().interrupt();
            return new NotNow("stopped");
        }
    }

    private record Answer(int status, byte[] body) {}

    /** Reads no more of an answer than a receipt can be long. */
    private static Answer read(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            return new Answer(answer.statusCode(), body.readNBytes(LONGEST_RECEIPT + 1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Outcome outcome(UUID message, Answer answer) {
        int status = answer.status();
        if (status == 200 || status == 201) {
            return receipt(message, answer.body()).<Outcome>map(Receipt::new).orElse(new NotNow("receipt-unreadable"));
        }
        if (status == 202) {
            return new HandedOver();
        }
        if (status >= 400 && status < 500 && !ANOTHER_TIME.contains(status)) {
            return new Refusal("http-" + status);
        }
        return new NotNow("http-" + status);
    }

    /** {@code {"message": "<number>", "reference": "<reference>"}}, with nothing else in it. */
    static Optional<String> receipt(UUID message, byte[] body) {
        if (body.length > LONGEST_RECEIPT) {
            return Optional.empty();
        }
        try (var parser = Json.createParser(new StringReader(text(body)))) {
            if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
                return Optional.empty();
            }
            var object = parser.getObject();
            if (parser.hasNext()) {
                return Optional.empty();
            }
            if (!object.keySet().equals(Set.of("message", "reference"))
                    || !(object.get("message") instanceof JsonString of)
                    || !(object.get("reference") instanceof JsonString under)
                    || !of.getString().equals(message.toString())) {
                return Optional.empty();
            }
            return Optional.of(under.getString())
                    .filter(reference -> REFERENCE.matcher(reference).matches());
        } catch (CharacterCodingException | RuntimeException rubbish) {
            // besides JsonException a parser also throws bare ones, for what is nested too deep
            return Optional.empty();
        }
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body))
                .toString();
    }
}
