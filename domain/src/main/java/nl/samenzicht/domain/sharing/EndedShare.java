package nl.samenzicht.domain.sharing;

import java.time.Instant;
import java.util.List;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * What the recipient had read when a share ended: what was seen cannot be taken back, and is told.
 *
 * @param looks when they opened it, newest first
 */
public record EndedShare(ShareId id, List<Look> looks) {
    public EndedShare {
        looks = List.copyOf(looks);
    }

    /** One look at shared content. */
    public record Look(Instant at, String who, EntryCode entry) {}
}
