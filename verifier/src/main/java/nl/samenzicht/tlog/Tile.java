package nl.samenzicht.tlog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of some hashes of a tree, side by side: on level {@code l} those of the subtrees over {@code 256^l} leaves.
 *
 * @param level 0 for the leaves; each level is eight higher in the tree
 * @param index which of the tiles on its level
 * @param width how many hashes, from the left; 256 when it is full
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
public record Tile(int level, long index, int width) {
    /** How many hashes a full tile has. */
    public static final int FULL = 256;

    /** How many levels of the tree a tile spans. */
    public static final int HEIGHT = 8;

    /** The highest level that a tree of less than 2^63 leaves has. */
    public static final int MAX_LEVEL = 7;

    private static final Pattern PATH =
            Pattern.compile("tile/(0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Refuses what no tree has. */
    public Tile {
        if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("There is no tile %d/%d of %d".formatted(level, index, width));
        }
    }

    /** The address below the prefix of the log, such as {@code tile/0/x001/234.p/17}. */
    public String path() {
        var path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + level + "/" + path + (isFull() ? "" : ".p/" + width);
    }

    /** Reads an address; empty when it is not written as it must be, so that each tile has one address only. */
    public static Optional<Tile> parse(String path) {
        var parts = PATH.matcher(path);
        if (!parts.matches() || parts.group(1).length() > 1 || parts.group(1).charAt(0) > '0' + MAX_LEVEL) {
            return Optional.empty();
        }
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (width > FULL) {
            return Optional.empty();
        }
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        var tile = new Tile(Integer.parseInt(parts.group(1)), index, width);
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** Whether nothing can be added to it any more. */
    public boolean isFull() {
        return width == FULL;
    }

    /** The place, on its level, of its first hash. */
    public long first() {
        return index * FULL;
    }

    /** Whether a tree of this many leaves has all of it. */
    public boolean isIn(long treeSize) {
        return first() + width <= treeSize >>> (HEIGHT * level);
    }

    /** The tile of a tree in which this hash of a level lies, as wide as the tree allows. */
    static Tile holding(int level, long place, long treeSize) {
        long index = place / FULL;
        long onLevel = treeSize >>> (HEIGHT * level);
        return new Tile(level, index, (int) Math.min(FULL, onLevel - index * FULL));
    }
}
