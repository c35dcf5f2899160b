package nl.samenzicht.web.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses a write without the header {@value #HEADER}: a form or a link on another site cannot send it, and a script there
 * may not. Beside it, the cookie is not sent along from other sites, and only JSON is taken.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP,
 *     custom request headers</a>
 */
@Provider
public class WritesFromOurselves implements ContainerRequestFilter {

    /** Names the program that writes; any value does. */
    public static final String HEADER = "Samenzicht-Client";

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getHeaderString(HEADER);
        if (!READS.contains(request.getMethod()) && (given == null || given.isBlank())) {
            throw new UnreadableQuestion("client-header-required", "api.client-header.required", HEADER);
        }
    }
}
