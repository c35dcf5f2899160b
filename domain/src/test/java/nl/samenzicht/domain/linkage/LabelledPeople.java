package nl.samenzicht.domain.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Descriptions of people of whom it is known who is who: two lists, or one list held against itself.
 *
 * @param asked those that are asked for
 * @param kept those that are looked in; the same list when one list is held against itself
 */
public record LabelledPeople(List<Described> asked, List<Described> kept) {

    /** One description, and the label of the person that it is of. */
    public record Described(String label, Persona persona) {
        private Described withoutNumbers() {
            return new Described(
                    label,
                    new Persona(
                            persona.given(),
                            persona.family(),
                            persona.others(),
                            persona.birthDate(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    public boolean oneList() {
        return asked == kept;
    }

    /** Of one list, those of whom it has another description, asked for in that whole list. */
    public LabelledPeople asQuestions() {
        var byLabel = new HashMap<String, Integer>();
        kept.forEach(each -> byLabel.merge(each.label(), 1, Integer::sum));
        return new LabelledPeople(
                asked.stream().filter(each -> byLabel.get(each.label()) > 1).toList(), kept);
    }

    /** The same people with names and dates only. */
    public LabelledPeople withoutNumbers() {
        return new LabelledPeople(
                asked.stream().map(Described::withoutNumbers).toList(),
                kept.stream().map(Described::withoutNumbers).toList());
    }

    /** Whether the two with these positions are of one person. */
    boolean same(int one, int other) {
        return asked.get(one).label().equals(kept.get(other).label());
    }

    /** How many pairs there are to be found. */
    public long pairs() {
        var byLabel = new HashMap<String, Integer>();
        kept.forEach(each -> byLabel.merge(each.label(), 1, Integer::sum));
        if (oneList()) {
            return byLabel.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
        }
        boolean fromOne = kept.containsAll(asked.subList(0, Math.min(1, asked.size())));
        return asked.stream()
                .mapToLong(each -> byLabel.getOrDefault(each.label(), 0) - (fromOne ? 1 : 0))
                .sum();
    }

    /**
     * Which column is which, as it is given with {@code -Dlinkage.columns}: our keys of fields and the names of columns, such
     * as {@code givenNames=given_name familyName=surname birthDate=date_of_birth label=rec_id}. A label is taken without what
     * follows its second {@code -}, so that {@code rec-7-org} and {@code rec-7-dup-0} are one.
     */
    public static final String FEBRL_COLUMNS =
            "label=rec_id givenNames=given_name familyName=surname birthDate=date_of_birth";

    /** Reads two files. */
    public static LabelledPeople read(Path one, Path other, String columns) {
        return new LabelledPeople(described(one, columns), described(other, columns));
    }

    /** Reads one file, to be held against itself. */
    public static LabelledPeople read(Path one, String columns) {
        var list = described(one, columns);
        return new LabelledPeople(list, list);
    }

    private static List<Described> described(Path file, String columns) {
        var mapping = new HashMap<String, String>();
        for (var pair : columns.strip().split("\\s+")) {
            var sides = pair.split("=", 2);
            mapping.put(sides[0], sides[1]);
        }
        try {
            var lines = Files.readAllLines(file);
            var heading = cells(lines.get(0));
            for (var column : mapping.values()) {
                if (!heading.contains(column)) {
                    throw new IllegalArgumentException(
                            "'%s' has no column '%s', only %s".formatted(file, column, heading));
                }
            }
            var people = new ArrayList<Described>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.isBlank()) {
                    continue;
                }
                var cells = cells(line);
                var fields = new HashMap<String, String>();
                mapping.forEach((key, column) -> fields.put(key, cells.get(heading.indexOf(column))));
                var label = fields.remove("label").replaceAll("^([^-]*-[^-]*)-.*$", "$1");
                fields.computeIfPresent("birthDate", (key, date) -> date(date));
                people.add(new Described(label, Persona.of(fields)));
            }
            return people;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("'%s' cannot be read".formatted(file), e);
        }
    }

    private static String date(String written) {
        return written.matches("[0-9]{8}")
                ? written.substring(0, 4) + "-" + written.substring(4, 6) + "-" + written.substring(6)
                : written;
    }

    private static List<String> cells(String line) {
        return java.util.Arrays.stream(line.split(",", -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** The positions that may be of one person, by what they are found under; each pair once. */
    void eachCandidate(Frequencies frequencies, Pair pair) {
        var index = new HashMap<String, List<Integer>>();
        for (int i = 0; i < kept.size(); i++) {
            for (var compound : Blocking.of(kept.get(i).persona(), frequencies)) {
                index.computeIfAbsent(compound.text(), any -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            var found = new java.util.TreeSet<Integer>();
            for (var compound : Blocking.of(asked.get(i).persona(), frequencies)) {
                found.addAll(index.getOrDefault(compound.text(), List.of()));
            }
            for (int j : found) {
                if (asked.get(i) != kept.get(j) && (!oneList() || j > i)) {
                    pair.at(i, j);
                }
            }
        }
    }

    interface Pair {
        void at(int asked, int kept);
    }
}
