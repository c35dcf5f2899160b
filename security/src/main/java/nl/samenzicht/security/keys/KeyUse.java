package nl.samenzicht.security.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;

/** What a keyset in the {@link KeyFolder} is used for; each use has a keyset, and a file, of its own. */
public enum KeyUse {
    /** The agencies' key encryption keys are derived from this one (HKDF). */
    CONTENT("content", PredefinedPrfParameters.HKDF_SHA256),
    /** MACs on the rows that decisions rest on. */
    ROW_MAC("row-mac", PredefinedMacParameters.HMAC_SHA256_256BITTAG),
    /** MACs on the entries of the ledger. */
    LEDGER_MAC("ledger-mac", PredefinedMacParameters.HMAC_SHA256_256BITTAG),
    /** The key that seals what was typed with an entry is derived from this one and the entry's salt (HKDF). */
    LEDGER_DETAIL("ledger-detail", PredefinedPrfParameters.HKDF_SHA256),
    /** Signs the checkpoints of the ledger. */
    LEDGER_SIGNING("ledger-signing", Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX)),
    /** Search tokens (HKDF used as a keyed pseudo-random function). */
    BLIND_INDEX("blind-index", PredefinedPrfParameters.HKDF_SHA256),
    /**
     * The keys of the index of persons are derived from this one (HKDF). That index can be made again from the content, so a
     * folder of before this use gets the keyset when it is opened.
     */
    LINKAGE("linkage", PredefinedPrfParameters.HKDF_SHA256, true),
    /** Small secrets, such as those of the second factor. */
    SECRETS("secrets", PredefinedAeadParameters.AES256_GCM),
    /** Signs what is sent to a party outside the platform, such as a report to CoMensha. */
    REPORT_SIGNING("report-signing", PredefinedSignatureParameters.ED25519, true);

    private final String fileName;
    private final Parameters parameters;
    private final boolean mayComeLater;

    KeyUse(String fileName, Parameters parameters) {
        this(fileName, parameters, false);
    }

    KeyUse(String fileName, Parameters parameters, boolean mayComeLater) {
        this.fileName = fileName;
        this.parameters = parameters;
        this.mayComeLater = mayComeLater;
    }

    /**
     * Whether a folder from before this use existed gets the keyset anew. Only for a use where a new key opens and proves
     * nothing less: the recipient of what it signs must be told of the new key, and nothing that was kept depends on it.
     */
    boolean mayComeLater() {
        return mayComeLater;
    }

    String fileName() {
        return fileName + ".keyset.json";
    }

    Parameters parameters() {
        return parameters;
    }
}
