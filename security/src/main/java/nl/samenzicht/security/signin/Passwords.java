package nl.samenzicht.security.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordMatcher;
import org.apache.shiro.crypto.hash.DefaultHashService;
import org.apache.shiro.realm.AuthenticatingRealm;

/** Hashes and checks passwords with Argon2id, through Shiro. */
@ApplicationScoped
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    /** Each check takes 64 MiB for a moment, so not everybody at once. */
    private static final int AT_ONCE = 4;
    /** The few that people choose most when they must have twelve characters. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "qwertyuiop12",
            "qwertyuiopas",
            "wachtwoord12",
            "wachtwoord123",
            "wachtwoord1234",
            "welkomwelkom",
            "welkom123456",
            "welkom01welkom01",
            "password1234",
            "password12345",
            "passwordpassword",
            "wachtwoordwachtwoord",
            "administrator",
            "samenzicht123",
            "samenzichtsamenzicht");

    private final DefaultPasswordService service;
    private final CheckingRealm realm;
    private final Semaphore seats = new Semaphore(AT_ONCE, true);

    Passwords() {
        var hashes = new DefaultHashService();
        hashes.setDefaultAlgorithmName("argon2id");
        service = new DefaultPasswordService();
        service.setHashService(hashes);
        realm = new CheckingRealm(service);
    }

    String hash(char[] password) {
        seats.acquireUninterruptibly();
        try {
            return service.encryptPassword(normal(password));
        } finally {
            seats.release();
        }
    }

    /** Checks a password; without a hash it takes as long and is always wrong. */
    boolean matches(char[] typed, Optional<String> hash) {
        if (hash.isEmpty()) {
            hash(typed);
            return false;
        }
        seats.acquireUninterruptibly();
        try {
            return realm.getAuthenticationInfo(new CheckingToken(normal(typed), hash.get())) != null;
        } catch (AuthenticationException e) {
            return false;
        } finally {
            seats.release();
        }
    }

    /** Returns what is wrong with a new password, or nothing. Length counts; rules about signs do not. */
    Optional<WeakPassword.Why> weakness(char[] password, String userName) {
        String text = new String(normal(password));
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return Optional.of(WeakPassword.Why.TOO_SHORT);
        }
        if (text.length() > LONGEST) {
            return Optional.of(WeakPassword.Why.TOO_LONG);
        }
        String plain = text.toLowerCase(Locale.ROOT);
        String name = userName.substring(0, Math.max(0, userName.indexOf('@'))).toLowerCase(Locale.ROOT);
        boolean repeated = plain.chars().distinct().count() < 5;
        if (repeated
                || COMMON.contains(plain)
                || plain.contains(userName)
                || (name.length() > 3 && plain.contains(name))) {
            return Optional.of(WeakPassword.Why.EASY_TO_GUESS);
        }
        return Optional.empty();
    }

    private static char[] normal(char[] password) {
        return Normalizer.normalize(new String(password), Normalizer.Form.NFKC).toCharArray();
    }

    private static final class CheckingToken extends UsernamePasswordToken {
        private static final long serialVersionUID = 1L;
        private final String hash;

        CheckingToken(char[] password, String hash) {
            super("", password);
            this.hash = hash;
        }
    }

    /** Shiro's way to compare a token with what is known; nothing is cached. */
    private static final class CheckingRealm extends AuthenticatingRealm {
        CheckingRealm(DefaultPasswordService service) {
            var matcher = new PasswordMatcher();
            matcher.setPasswordService(service);
            setCredentialsMatcher(matcher);
            setAuthenticationTokenClass(CheckingToken.class);
            setAuthenticationCachingEnabled(false);
        }

        @Override
        protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
            return new SimpleAuthenticationInfo("somebody", ((CheckingToken) token).hash, getName());
        }
    }
}
