package nl.samenzicht.web.edge;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The number that somebody can read out to the helpdesk; it finds the failure in the server's log and says nothing else. */
public final class FailureReference {
    private static final Logger LOG = LoggerFactory.getLogger(FailureReference.class);
    private static final char[] LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private FailureReference() {}

    /** Logs the failure under a new number and returns that number, such as {@code K7Q2-41XB}. */
    public static String of(Throwable failure) {
        String reference = next();
        LOG.error("Failure {}", reference, failure);
        return reference;
    }

    /** Returns a new number for a failure that the server has put in the log itself and does not hand to us. */
    static String ofTheServer() {
        String reference = next();
        LOG.error("Failure {} is the one that the server told of just before this line", reference);
        return reference;
    }

    /** Returns a new number without logging, for what is not a failure of ours. */
    static String next() {
        var text = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                text.append('-');
            }
            text.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
