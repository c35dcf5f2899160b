package nl.samenzicht.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives everybody the same clock, in UTC; tests give another. */
@ApplicationScoped
class SystemTime {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
