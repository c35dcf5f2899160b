package nl.samenzicht.security.keys;

import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;

/**
 * Keyed MACs on the rows that a decision rests on, such as participations, consents, shares, provisions and functions: one
 * UPDATE in the database does not buy a lawful grant.
 *
 * <p>The fields are written by {@link Canonical}, beginning with the name of the table. A MAC says that we wrote this row;
 * it does not say that the row is the newest, so include a version and an end in the fields.
 */
public final class RowMac {
    private final Keyring<Mac> macs;

    public RowMac(KeyFolder folder) {
        macs = new Keyring<>(folder, KeyUse.ROW_MAC, set -> set.getPrimitive(RegistryConfiguration.get(), Mac.class));
    }

    /** The MAC of a row, 37 bytes; it names its key, so that keys can be rotated. */
    public byte[] of(Canonical row) {
        try {
            return macs.current().computeMac(row.encoded());
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("The MAC of a row cannot be made", e);
        }
    }

    /** Whether we wrote this row as it is. */
    public boolean matches(byte[] mac, Canonical row) {
        var bytes = row.encoded();
        return macs.tryEach(key -> {
            key.verifyMac(mac, bytes);
            return true;
        });
    }

    /**
     * Checks a row before a decision rests on it.
     *
     * @param what names the row in the message, such as {@code "Share 7f3a…"}
     * @throws RowForged when we did not write it as it is
     */
    public void check(String what, byte[] mac, Canonical row) {
        if (!matches(mac, row)) {
            throw new RowForged(what);
        }
    }
}
