package nl.samenzicht.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The doors that the running product counted, with what is behind them: the case, a second one about the same person, the
 * signal, and the numbers of what the person asked and of a breach.
 */
public record FoundDoors(
        String caseFile, String number, String second, String signal, String request, String breach, List<String> all) {

    /** Reads what the product wrote. */
    public static FoundDoors in(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return new FoundDoors(
                value(lines, "case "),
                value(lines, "number "),
                value(lines, "second "),
                value(lines, "signal "),
                value(lines, "request "),
                value(lines, "breach "),
                lines.stream()
                        .filter(line ->
                                Stream.of("page ", "resource ", "servlet ").anyMatch(line::startsWith))
                        .toList());
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
    }

    List<String> pages() {
        return of("page ");
    }

    List<String> resources() {
        return of("resource ");
    }

    List<String> servlets() {
        return of("servlet ");
    }

    private List<String> of(String kind) {
        return all.stream().filter(line -> line.startsWith(kind)).toList();
    }

    static String method(String door) {
        return door.split(" ")[1];
    }

    static String address(String door) {
        return door.split(" ")[2];
    }
}
