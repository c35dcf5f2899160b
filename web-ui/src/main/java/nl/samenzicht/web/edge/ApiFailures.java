package nl.samenzicht.web.edge;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Step;
import nl.samenzicht.web.Words;
import nl.samenzicht.web.api.NothingHere;
import nl.samenzicht.web.api.UnreadableQuestion;

/**
 * Turns what goes wrong in the REST interface into problem details, without a stack trace. A refusal has the code of the
 * reason as it may be told, the same words as on the screen, and the log entry as its reference.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@Provider
public class ApiFailures implements ExceptionMapper<Throwable> {

    private static final int UNPROCESSABLE = 422;

    private final Words words = new Words();

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        var locale = locale();
        if (failure instanceof AccessDenied denied) {
            return refused(denied, locale);
        }
        if (failure instanceof NothingHere nothing) {
            return nothingHere(nothing.entry().value(), locale);
        }
        if (failure instanceof NotSignedIn) {
            return new Problem(401, "not-signed-in", FailureReference.next())
                    .saying(say("problem.not-signed-in", locale))
                    .answer();
        }
        if (failure instanceof UnreadableQuestion unreadable) {
            return new Problem(400, unreadable.code(), FailureReference.next())
                    .saying(say(
                            unreadable.messageKey(),
                            locale,
                            unreadable.arguments().toArray()))
                    .answer();
        }
        if (failure instanceof ContentNotValid wrong) {
            return new Problem(UNPROCESSABLE, "content-not-valid", FailureReference.next())
                    .saying(say("problem.content-not-valid", locale))
                    .with("errors", errors(wrong.errors(), locale))
                    .answer();
        }
        if (failure instanceof NotPossible cannot) {
            return new Problem(409, cannot.messageKey(), FailureReference.next())
                    .saying(say(cannot.messageKey(), locale, cannot.arguments().toArray()))
                    .answer();
        }
        var outage = Outage.behind(failure);
        if (outage.isPresent()) {
            return new Problem(503, outage.get() + "_UNAVAILABLE", FailureReference.of(failure))
                    .saying(say(OutageWords.key(outage.get()), locale))
                    .answer();
        }
        if (failure instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            int status = known.getResponse().getStatus();
            return new Problem(status, status == 404 ? "not-found" : "refused", FailureReference.next())
                    .saying(say(status == 404 ? "problem.not-found" : "problem.refused", locale))
                    .answer();
        }
        return new Problem(500, "failure", FailureReference.of(failure))
                .saying(say("problem.failure", locale))
                .answer();
    }

    /** What is told as 'nothing here' answers like what does not exist. */
    private Response refused(AccessDenied denied, Locale locale) {
        var reference =
                denied.entry().map(EntryRef::code).map(code -> code.value()).orElseGet(FailureReference::next);
        if (denied.told() == Reason.NOTHING_HERE) {
            return nothingHere(reference, locale);
        }
        return new Problem(
                        denied.told() == Reason.LEDGER_UNAVAILABLE ? 503 : 403,
                        denied.told().name(),
                        reference)
                .saying(say("denied." + denied.told(), locale))
                .with("help", help(denied.help(), locale))
                .answer();
    }

    private Response nothingHere(String reference, Locale locale) {
        return new Problem(404, Reason.NOTHING_HERE.name(), reference)
                .saying(say("denied.NOTHING_HERE", locale))
                .answer();
    }

    private JsonArrayBuilder help(List<Step> steps, Locale locale) {
        var help = Json.createArrayBuilder();
        for (var step : steps) {
            var term = switch (step.kind()) {
                case CHOOSE_PURPOSE, ASK_FOR_PURPOSE -> say("purpose." + step.term(), locale);
                case REQUEST_SHARE -> say("ground." + step.term(), locale);
                default -> step.term();
            };
            help.add(Json.createObjectBuilder()
                    .add("kind", step.kind().name())
                    .add("term", step.term())
                    .add("text", say("step." + step.kind() + ".text", locale, term)));
        }
        return help;
    }

    private JsonArrayBuilder errors(List<FieldError> wrong, Locale locale) {
        var errors = Json.createArrayBuilder();
        wrong.forEach(error -> errors.add(Json.createObjectBuilder()
                .add("field", error.field())
                .add("code", error.messageKey())
                .add("detail", say(error.messageKey(), locale, error.arguments().toArray()))));
        return errors;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }

    private Locale locale() {
        return request.getHeader("Accept-Language") == null ? Words.DUTCH : request.getLocale();
    }

    /** One problem as it is written. */
    private static final class Problem {
        private final int status;
        private final JsonObjectBuilder body;

        Problem(int status, String code, String reference) {
            this.status = status;
            body = Json.createObjectBuilder()
                    .add("type", "about:blank")
                    .add("title", title(status))
                    .add("status", status)
                    .add("code", code)
                    .add("reference", reference);
        }

        private static String title(int status) {
            var known = Response.Status.fromStatusCode(status);
            return known == null ? "Unprocessable Content" : known.getReasonPhrase();
        }

        Problem saying(String detail) {
            body.add("detail", detail);
            return this;
        }

        Problem with(String name, JsonArrayBuilder values) {
            body.add(name, values);
            return this;
        }

        Response answer() {
            return Response.status(status)
                    .type("application/problem+json")
                    .entity(body.build().toString())
                    .build();
        }
    }
}
