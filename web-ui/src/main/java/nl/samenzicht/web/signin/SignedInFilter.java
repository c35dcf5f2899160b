package nl.samenzicht.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import nl.samenzicht.security.signin.SignedInSubject;
import org.apache.shiro.util.ThreadContext;

/** Lets the thread of each request know whose session it belongs to. Whether it still holds is asked below, each time. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SignedInFilter implements Filter {
    private final WebSession web;
    private final SignedInSubject signedIn;
    private final RequestAddress address;

    protected SignedInFilter() {
        this(null, null, null);
    }

    @Inject
    SignedInFilter(WebSession web, SignedInSubject signedIn, RequestAddress address) {
        this.web = web;
        this.signedIn = signedIn;
        this.address = address;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ThreadContext.remove();
        web.of((HttpServletRequest) request).ifPresent(session -> ThreadContext.bind(signedIn.subject(session)));
        address.begin(web.visitor((HttpServletRequest) request));
        try {
            chain.doFilter(request, response);
        } finally {
            address.end();
            ThreadContext.remove();
        }
    }
}
