package nl.samenzicht.security.ledger;

import nl.samenzicht.security.keys.LedgerKeys;

/** The name under which this ledger signs (the origin of its checkpoints), and the signing and checking itself. */
record LedgerIdentity(String origin, LedgerKeys keys) {
    LedgerIdentity {
        if (!origin.matches("[A-Za-z0-9./_-]{3,100}")) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the origin of a ledger: letters, digits and ./_-".formatted(origin));
        }
    }

    String sign(MerkleTree tree) {
        var text = new Checkpoint(origin, tree.size(), tree.root()).text();
        return SignedNote.sign(text, origin, keys.publicKeys().get(0), keys::sign)
                .written();
    }

    /**
     * Reads a signed checkpoint of this ledger.
     *
     * @throws IllegalArgumentException when it is damaged, or of another ledger, or not signed by us
     */
    Checkpoint verified(String note) {
        var signed = SignedNote.parse(note);
        if (!signed.signedBy(origin, keys.publicKeys())) {
            throw new IllegalArgumentException("The checkpoint is not signed by '%s'".formatted(origin));
        }
        var checkpoint = Checkpoint.parse(signed.text());
        if (!checkpoint.origin().equals(origin)) {
            throw new IllegalArgumentException(
                    "The checkpoint is of '%s', not of '%s'".formatted(checkpoint.origin(), origin));
        }
        return checkpoint;
    }
}
