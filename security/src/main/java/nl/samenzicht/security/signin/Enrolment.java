package nl.samenzicht.security.signin;

/** A new second factor that is not confirmed yet; it lives on the server only until the first right code. */
public final class Enrolment {
    private final byte[] secret;
    private final String userName;

    Enrolment(byte[] secret, String userName) {
        this.secret = secret.clone();
        this.userName = userName;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Returns the address to draw as a QR code. */
    public String uri() {
        return Totp.uri(secret, userName);
    }

    /** Returns the secret for those who type it, in groups of four. */
    public String typed() {
        return Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
