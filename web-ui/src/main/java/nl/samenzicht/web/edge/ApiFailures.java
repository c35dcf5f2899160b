package nl.samenzicht.web.edge;

import jakarta.json.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import nl.samenzicht.security.directory.NotSignedIn;

/**
 * Turns what goes wrong in the REST interface into problem details, without a stack trace.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@Provider
public class ApiFailures implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof NotSignedIn) {
            return problem(401, "not-signed-in", FailureReference.next());
        }
        if (failure instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            int status = known.getResponse().getStatus();
            return problem(status, status == 404 ? "not-found" : "refused", FailureReference.next());
        }
        return problem(500, "failure", FailureReference.of(failure));
    }

    private static Response problem(int status, String code, String reference) {
        var body = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", Response.Status.fromStatusCode(status).getReasonPhrase())
                .add("status", status)
                .add("code", code)
                .add("reference", reference)
                .build();
        return Response.status(status)
                .type("application/problem+json")
                .entity(body.toString())
                .build();
    }
}
