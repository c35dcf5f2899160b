package nl.samenzicht.security.signin;

import java.time.Duration;
import java.util.List;
import nl.samenzicht.security.directory.HeldFunction;
import nl.samenzicht.security.directory.SessionId;

/** What comes next while somebody signs in. */
public sealed interface SignInStep {
    /** Wrong, or too soon after earlier tries; which of the two parts was wrong is not said. */
    record Refused(Duration waitFor) implements SignInStep {}

    /** The password is right and a code of the second factor is needed. */
    record SecondFactorNeeded(PendingSignIn pending) implements SignInStep {}

    /** The password is right, and this account must first get a second factor. */
    record EnrolmentNeeded(PendingSignIn pending) implements SignInStep {}

    /** Everything is right and there are several functions, or none, to choose from. */
    record FunctionNeeded(PendingSignIn pending, List<HeldFunction> functions) implements SignInStep {
        public FunctionNeeded {
            functions = List.copyOf(functions);
        }
    }

    /** Signed in. */
    record SignedIn(SessionId session) implements SignInStep {}
}
