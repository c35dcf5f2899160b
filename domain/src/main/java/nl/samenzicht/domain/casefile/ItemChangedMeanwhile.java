package nl.samenzicht.domain.casefile;

/**
 * Somebody else changed the item after this person opened it. Nothing was overwritten; the screen shows both versions and
 * lets the person choose.
 */
public class ItemChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ItemId item;
    private final int seen;
    private final int current;

    ItemChangedMeanwhile(ItemId item, int seen, int current) {
        super("Item %s cannot be changed from version %d: it is at version %d".formatted(item, seen, current));
        this.item = item;
        this.seen = seen;
        this.current = current;
    }

    public ItemId item() {
        return item;
    }

    /** The version that the person started from. */
    public int seen() {
        return seen;
    }

    /** The version that it has now. */
    public int current() {
        return current;
    }
}
