package nl.samenzicht.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import nl.samenzicht.security.access.AccessPoint;
import nl.samenzicht.security.signin.Visitor;

/** Tells the gate from which network address the request of this thread came, so that the log can say it. */
@ApplicationScoped
public class RequestAddress implements AccessPoint {
    private final ThreadLocal<String> address = new ThreadLocal<>();

    void begin(Visitor visitor) {
        address.set(visitor.address());
    }

    void end() {
        address.remove();
    }

    /** Returns the address; null in work that no request began. */
    @Override
    public String address() {
        return address.get();
    }
}
