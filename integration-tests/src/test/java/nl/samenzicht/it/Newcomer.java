package nl.samenzicht.it;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who comes with the link that they were given: they choose a password and make a second factor. */
final class Newcomer {
    private static final String PASSWORD = "een-lange-zin-die-niemand-raadt";

    private Newcomer() {}

    /** Goes from the link to the first page. */
    static void arrive(Person person, String link, String userName) {
        person.open(link);
        var fields = person.find("vaadin-password-field input");
        fields.nth(0).fill(PASSWORD);
        fields.nth(1).fill(PASSWORD);
        person.find("vaadin-button[theme~=primary]").click();
        person.page().waitForURL(address -> address.contains("sign-in"));
        person.settle();
        person.find("#user-name input").fill(userName);
        person.find("#password input").fill(PASSWORD);
        person.find("#sign-in").click();
        var letters = person.find(".secret-letters").innerText();
        person.find("#code input").fill(code(letters, Instant.now()));
        person.find(".second-factor vaadin-button[theme~=primary]").click();
        person.find(".recovery-codes").waitFor();
        person.find(".sign-in-step > vaadin-button[theme~=primary]").click();
        person.page().waitForURL(address -> !address.contains("sign-in"));
        person.settle();
    }

    /**
     * What an authenticator app shows.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
     */
    private static String code(String letters, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(letters), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(at.getEpochSecond() / 30)
                    .array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length());
        int held = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            if (value < 0) {
                continue;
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }
}
