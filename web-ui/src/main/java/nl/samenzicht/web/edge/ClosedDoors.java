package nl.samenzicht.web.edge;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps what the server itself offers to everybody, its health and its metrics, away from the outside. */
@WebFilter(
        urlPatterns = {"/health", "/health/*", "/metrics", "/metrics/*"},
        asyncSupported = true)
public class ClosedDoors implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
