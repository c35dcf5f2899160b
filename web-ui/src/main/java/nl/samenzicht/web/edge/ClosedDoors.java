package nl.samenzicht.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.samenzicht.security.database.DatabaseHealth;

/**
 * Keeps what the server itself offers to everybody, its metrics and the details of its health, away from the outside. A load
 * balancer learns at {@code /health} whether this node works, and nothing else.
 */
@WebFilter(
        urlPatterns = {"/health", "/health/*", "/metrics", "/metrics/*"},
        asyncSupported = true)
public class ClosedDoors implements Filter {
    private final DatabaseHealth health;

    protected ClosedDoors() {
        this(null);
    }

    @Inject
    ClosedDoors(DatabaseHealth health) {
        this.health = health;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (!http.getRequestURI().equals(http.getContextPath() + "/health")) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean well = health.isWell();
        answer.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setContentType("application/json");
        answer.getWriter().write(well ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
