package nl.samenzicht.security.directory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Opaque number of one signed-in session; it is not the cookie and opens nothing by itself. */
public record SessionId(UUID value) {
    public SessionId {
        requireNonNull(value, "session id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
