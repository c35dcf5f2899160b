package nl.samenzicht.web.signal;

import nl.samenzicht.domain.signal.SignalId;

/** The addresses of signals. They hold opaque numbers and codes only. */
public final class SignalNavigation {
    static final String LIST = "signals";
    static final String NEW = "signals/new";
    static final String ID = "signal";

    private SignalNavigation() {}

    /** The address of a signal. */
    public static String to(SignalId id) {
        return LIST + "/" + id.value();
    }

    static String write(SignalId id) {
        return to(id) + "/write";
    }

    static String assess(SignalId id) {
        return to(id) + "/assess";
    }
}
