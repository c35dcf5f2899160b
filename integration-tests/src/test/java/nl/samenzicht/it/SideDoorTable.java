package nl.samenzicht.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may meet which word, written by hand from the default matrix of purposes and categories, not asked of the engine.
 *
 * @param rows a word, the code of the category that holds it or a dash, and the short names of those whom it is meant for
 */
public record SideDoorTable(List<Row> rows) {

    /** A word and whom it is meant for. */
    public record Row(String word, String category, Set<String> meantFor) {}

    /** Somebody who can sign in, in the function that they choose. */
    public record Insider(String name, String userName, int function) {
        static Insider of(String name, String agency) {
            return new Insider(name, name + "@" + agency + ".example", 0);
        }
    }

    /** Somebody in every function, inside the case and outside it. */
    public static List<Insider> insiders() {
        return List.of(
                Insider.of("noor", "waterdam"),
                Insider.of("bram", "waterdam"),
                new Insider("bram-policy", "bram@waterdam.example", 1),
                Insider.of("fatima", "waterdam"),
                Insider.of("pieter", "waterdam"),
                Insider.of("els", "waterdam"),
                Insider.of("karim", "waterdam"),
                Insider.of("daan", "heuvelrode"),
                Insider.of("amina", "deluwte"),
                Insider.of("tim", "deluwte"),
                Insider.of("greet", "deluwte"),
                Insider.of("kim", "noorderlicht"),
                Insider.of("wouter", "noorderlicht"),
                Insider.of("yara", "debrug"),
                Insider.of("jeroen", "debrug"),
                Insider.of("ruben", "politie-middenland"),
                Insider.of("esther", "politie-middenland"),
                Insider.of("ingrid", "zvh-delta"),
                Insider.of("lisa", "comensha-demo"),
                Insider.of("meral", "dering"),
                Insider.of("arjen", "dering"),
                Insider.of("beheer", "samenzicht"));
    }

    /** Reads the table beside the tests. */
    public static SideDoorTable read() throws IOException {
        try (InputStream in = SideDoorTable.class.getResourceAsStream("/side-doors.csv")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SideDoorTable(
                    text.lines().skip(1).map(SideDoorTable::row).toList());
        }
    }

    private static Row row(String line) {
        var cells = line.split(",", -1);
        return new Row(
                cells[0],
                cells[1],
                Arrays.stream(cells[3].split(" "))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The words, as they stand in the case. */
    public List<String> words() {
        return rows.stream().map(Row::word).toList();
    }

    /** The words that are meant for somebody. */
    public Set<String> meantFor(String name) {
        return rows.stream()
                .filter(row -> row.meantFor().contains(name))
                .map(Row::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The categories that hold a word that somebody may see. */
    public Set<String> categories() {
        return rows.stream()
                .filter(row -> !row.category().equals("-") && !row.meantFor().isEmpty())
                .map(Row::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
