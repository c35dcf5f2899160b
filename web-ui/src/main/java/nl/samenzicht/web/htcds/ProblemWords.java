package nl.samenzicht.web.htcds;

import java.time.LocalDate;
import java.util.List;
import nl.samenzicht.domain.csv.CsvFile;
import nl.samenzicht.domain.htcds.ImportProblem;
import nl.samenzicht.web.Terms;

/** Problems of a file in words. */
final class ProblemWords {

    private ProblemWords() {}

    /** What is wrong. */
    static String wrong(ImportProblem problem) {
        return Terms.text(problem.messageKey(), words(problem.arguments()));
    }

    /** What would help. */
    static String help(ImportProblem problem) {
        return Terms.text(problem.helpKey(), words(problem.arguments()));
    }

    /** The row, or that it is about more than one. */
    static String row(ImportProblem problem) {
        return problem.row().isPresent() ? Integer.toString(problem.row().getAsInt()) : "";
    }

    /** The column by its letter and, when it is known, its heading. */
    static String column(ImportProblem problem) {
        return problem.column()
                .map(letter -> problem.heading()
                        .map(heading -> letter + " – " + heading)
                        .orElse(letter))
                .orElse("");
    }

    /** The problems as a file for a spreadsheet. */
    static byte[] csv(List<ImportProblem> problems) {
        var file = new CsvFile()
                .row(List.of(
                        Terms.text("import.problems.row"),
                        Terms.text("import.problems.column"),
                        Terms.text("import.problems.wrong"),
                        Terms.text("import.problems.help")));
        problems.forEach(problem -> file.row(List.of(row(problem), column(problem), wrong(problem), help(problem))));
        return file.content();
    }

    private static Object[] words(List<Object> arguments) {
        return arguments.stream().map(ProblemWords::word).toArray();
    }

    /** Numbers of rows and years are no quantities, so they get no thousands separator. */
    private static Object word(Object argument) {
        if (argument instanceof Enum<?> code) {
            return Terms.of(code);
        }
        return argument instanceof LocalDate day ? Terms.day(day) : argument.toString();
    }
}
